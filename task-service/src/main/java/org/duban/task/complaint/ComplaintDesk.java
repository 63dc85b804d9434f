package org.duban.task.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.Outbox;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.complaint.Complaint.Decision;
import org.duban.task.complaint.Complaint.Handler;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.Units;
import org.duban.task.rectification.Finding;
import org.duban.task.rectification.NewRectification;
import org.duban.task.rectification.RectificationDesk;
import org.duban.task.rectification.RectificationSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where supervisors and units deal with complaints. What a caller may not see is not found; {@code version} is handed the
 * complaint's version before anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class ComplaintDesk {
    private final Complaints complaints;
    private final ComplaintViews views;
    private final RectificationDesk rectifications;
    private final Units units;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ComplaintDesk(
            Complaints complaints,
            ComplaintViews views,
            RectificationDesk rectifications,
            Units units,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.complaints = complaints;
        this.views = views;
        this.rectifications = rectifications;
        this.units = units;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    public void verify(UUID id, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> supervised(complaint, by).verify(handler(by)));
    }

    public void reject(UUID id, String reason, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> supervised(complaint, by).reject(reason, handler(by)));
    }

    public void takeOver(UUID id, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> supervised(complaint, by).takeOver(handler(by)));
    }

    /** @param days working days for the answer; null for {@value Complaint#WORKING_DAYS_TO_ANSWER} */
    public void give(
            UUID id, UUID unit, @Nullable Integer days, @Nullable String words, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> {
            supervised(complaint, by);
            KnownUnit known = units.find(unit)
                    .filter(one -> !one.retired())
                    .filter(one -> !(by.sight() instanceof Sight.OfCounty(var county)) || county.equals(one.countyId()))
                    .orElseThrow(() -> ComplaintRefused.noSuchUnit("/unitId"));
            return complaint.give(unit, known.countyId(), days, words, today, workingDays);
        });
    }

    public void submitAnswer(UUID id, String words, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> {
            if (complaint.given() == null || !complaint.given().unitId().equals(by.unit())) {
                throw ComplaintRefused.onlyItsUnit();
            }
            return complaint.submitAnswer(words, today);
        });
    }

    public void approveAnswer(UUID id, LongConsumer version, Caller by) {
        decide(id, version, by, (complaint, today) -> supervised(complaint, by).approveAnswer(today));
    }

    public void returnAnswer(UUID id, String reason, LongConsumer version, Caller by) {
        decide(
                id,
                version,
                by,
                (complaint, today) -> supervised(complaint, by).returnAnswer(reason, today, workingDays));
    }

    /** Whom to call: told to its handler only, and each look is in the audit trail. */
    public ComplaintContact contact(UUID id, Caller by) {
        views.requireVisible(id, by);
        Complaint complaint = complaints.find(id).orElseThrow(ComplaintRefused::notFound);
        if (complaint.handler() == null || !complaint.handler().subject().equals(by.subject())) {
            throw ComplaintRefused.onlyItsHandler();
        }
        audit.record("complaint-contact-seen", "complaint", id, Map.of());
        return complaints.contact(id).orElse(new ComplaintContact(null, null));
    }

    /**
     * Opens a rectification item because of it (behaviours.md B10), once it was taken up.
     *
     * @param unit null for the unit that the complaint was given to
     * @return the item
     */
    public UUID rectify(UUID id, String problem, @Nullable UUID unit, @Nullable LocalDate dueOn, Caller by) {
        views.requireVisible(id, by);
        Complaint complaint = supervised(complaints.locked(id).orElseThrow(ComplaintRefused::notFound), by);
        complaint.requireTakenUp();
        UUID responsible = unit != null
                ? unit
                : complaint.given() == null ? null : complaint.given().unitId();
        if (responsible == null) {
            throw ComplaintRefused.noSuchUnit("/unitId");
        }
        return rectifications.open(
                new NewRectification(
                        new Finding(
                                RectificationSource.COMPLAINT, complaint.receivedOn(), null, problem, null, null, id),
                        responsible,
                        List.of(),
                        null,
                        dueOn,
                        null,
                        null),
                by);
    }

    private static Complaint supervised(Complaint complaint, Caller by) {
        if (!ComplaintViews.supervises(complaint.countyId(), by)) {
            throw ComplaintRefused.notYours();
        }
        return complaint;
    }

    private static Handler handler(Caller by) {
        return new Handler(by.subject(), by.name());
    }

    private void decide(UUID id, LongConsumer version, Caller by, BiFunction<Complaint, LocalDate, Decision> decision) {
        views.requireVisible(id, by);
        Complaint before = complaints.locked(id).orElseThrow(ComplaintRefused::notFound);
        version.accept(before.version());
        OffsetDateTime now = OffsetDateTime.now(clock);
        Decision decided = decision.apply(before, now.toLocalDate());
        Complaint after = decided.complaint();
        complaints.save(after, now);
        complaints.note(id, now, by.name(), by.unitName(), decided.action(), decided.words());
        if (decided.event() != null) {
            outbox.append(Feedback.EVENTS.outgoing(decided.event().key(), decided.event()));
        }
        Map<String, Object> details = new HashMap<>();
        details.put("from", before.state().name());
        details.put("to", after.state().name());
        if (decided.words() != null) {
            details.put("words", decided.words());
        }
        if (after.given() != null) {
            details.put("unit", after.given().unitId());
        }
        audit.record(
                "complaint-" + decided.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "complaint",
                id,
                details);
    }
}
