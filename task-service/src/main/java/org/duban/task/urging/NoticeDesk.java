package org.duban.task.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent;
import org.duban.task.ledger.Sights;
import org.duban.task.paper.IssuedNumbers;
import org.duban.task.paper.Issuer;
import org.duban.task.paper.OfficialPaper;
import org.duban.task.urging.Notice.About;
import org.duban.task.urging.Notice.Decision;
import org.duban.task.urging.Notice.Matter;
import org.duban.task.urging.Notices.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where notices are proposed, issued and answered: notice, event and audit entry in one transaction. {@code version} is handed the
 * notice's version before anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class NoticeDesk {
    private static final EventChannel<TaskEvent> EVENTS =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private final Notices notices;
    private final IssuedNumbers numbers;
    private final Issuer issuer;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    NoticeDesk(
            Notices notices,
            IssuedNumbers numbers,
            Issuer issuer,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.notices = notices;
        this.numbers = numbers;
        this.issuer = issuer;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A notice that a supervisor wants, whatever the rules say; it waits to be issued like any other.
     *
     * @throws NoticeRefused where the task is not the caller's to supervise, or the unit has no part in it
     */
    public UUID propose(UUID task, UUID unit, Step step, String reason, @Nullable String demand, Caller by) {
        Part part = notices.part(task, unit).orElseThrow(NoticeRefused::taskNotFound);
        About about = part.about();
        if (!Sights.supervises(by, about.issuerCountyId())) {
            throw part.takesPart() && by.sees(unit, about.countyId())
                    ? NoticeRefused.notYourPlan()
                    : NoticeRefused.taskNotFound();
        }
        if (!part.takesPart()) {
            throw NoticeRefused.notItsUnit();
        }
        if (!part.running()) {
            throw NoticeRefused.taskNotRunning();
        }
        if (!step.signed()) {
            throw NoticeRefused.reminderByUrging();
        }
        LocalDate today = LocalDate.now(clock);
        UUID id = Ids.next();
        notices.insert(Notice.proposed(
                id,
                about,
                step,
                new Matter(Cause.MANUAL, id, today),
                today,
                by.name(),
                reason,
                demand == null || demand.isBlank() ? Wording.demand(step) : demand.strip(),
                workingDays.plus(today, Wording.daysToReply(step))));
        audit.record(
                "notice-proposed", "notice", id, Map.of("task", task, "unit", unit, "step", step, "reason", reason));
        return id;
    }

    public void issue(UUID id, String demand, LocalDate replyBy, LongConsumer version, Caller by) {
        supervised(id, version, by, notice -> {
            if (notice.allows(NoticeAction.ISSUE) && !notices.owed(id)) {
                throw NoticeRefused.noLongerOwed();
            }
            LocalDate today = LocalDate.now(clock);
            return notice.issue(demand, replyBy, () -> number(notice, today), by.name(), today);
        });
    }

    private String number(Notice notice, LocalDate today) {
        UUID county = notice.about().issuerCountyId();
        String series = switch (notice.step()) {
            case REMINDER, NOTICE_BLUE, NOTICE_YELLOW, NOTICE_RED -> "督办";
            case BULLETIN -> "督通";
            case TALK -> "督约";
        };
        return OfficialPaper.number(
                issuer.code(county, series), today.getYear(), numbers.next(county, series, today.getYear()));
    }

    public void dismiss(UUID id, String why, LongConsumer version, Caller by) {
        supervised(id, version, by, notice -> notice.dismiss(why, LocalDate.now(clock)));
    }

    public void decideAppeal(UUID id, boolean withdraws, String opinion, LongConsumer version, Caller by) {
        supervised(
                id,
                version,
                by,
                notice -> notice.decideAppeal(withdraws, opinion, by.name(), OffsetDateTime.now(clock)));
    }

    public void receive(UUID id, LongConsumer version, Caller by) {
        own(id, version, by, notice -> notice.receive(by.name(), OffsetDateTime.now(clock)));
    }

    public void reply(UUID id, String words, LongConsumer version, Caller by) {
        own(id, version, by, notice -> notice.reply(words, by.name(), OffsetDateTime.now(clock)));
    }

    public void appeal(UUID id, String words, LongConsumer version, Caller by) {
        own(id, version, by, notice -> notice.appeal(words, by.name(), OffsetDateTime.now(clock)));
    }

    /** What it pressed for is done; the caller holds the lock on the row. */
    void settle(Notice notice, LocalDate today) {
        keep(notice.settle(today));
    }

    private void supervised(UUID id, LongConsumer version, Caller by, Function<Notice, Decision> decision) {
        Notice notice = notices.locked(id).orElseThrow(NoticeRefused::notFound);
        About about = notice.about();
        if (!Sights.supervises(by, about.issuerCountyId())) {
            throw notice.state().issued() && by.sees(about.unitId(), about.countyId())
                    ? NoticeRefused.notYourPlan()
                    : NoticeRefused.notFound();
        }
        version.accept(notice.version());
        keep(decision.apply(notice));
    }

    private void own(UUID id, LongConsumer version, Caller by, Function<Notice, Decision> decision) {
        Notice notice = notices.locked(id).orElseThrow(NoticeRefused::notFound);
        About about = notice.about();
        if (!notice.state().issued() || !by.sees(about.unitId(), about.countyId())) {
            throw NoticeRefused.notFound();
        }
        if (!about.unitId().equals(by.unit())) {
            throw NoticeRefused.notYours();
        }
        version.accept(notice.version());
        keep(decision.apply(notice));
    }

    private void keep(Decision decided) {
        Notice notice = decided.notice();
        notices.save(notice);
        if (decided.event() != null) {
            outbox.append(EVENTS.outgoing(decided.event().key(), decided.event()));
        }
        audit.record(
                "notice-" + decided.action().name().toLowerCase(Locale.ROOT), "notice", notice.id(), details(decided));
    }

    private static Map<String, Object> details(Decision decided) {
        Notice notice = decided.notice();
        Map<String, Object> details = new HashMap<>();
        details.put("state", notice.state());
        details.put("task", notice.about().taskId());
        details.put("unit", notice.about().unitId());
        details.put("number", notice.number());
        String words = switch (decided.action()) {
            case ISSUE -> notice.demand();
            case DISMISS -> notice.course().dismissal();
            case REPLY -> said(notice.course().reply());
            case APPEAL -> said(notice.course().appeal());
            case UPHOLD, WITHDRAW -> said(notice.course().decision());
            case RECEIVE, SETTLE -> null;
        };
        if (words != null) {
            details.put("words", words);
        }
        return details;
    }

    private static @Nullable String said(Notice.@Nullable Said said) {
        return said == null ? null : said.words();
    }
}
