package org.duban.task.comment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.contract.CommentEvent;
import org.duban.task.contract.CommentEvent.CommentWithdrawn;
import org.duban.task.contract.CommentEvent.CommentWritten;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.TaskViews;
import org.duban.task.supervision.ReportView;
import org.duban.task.supervision.ReportViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people say something about a task. Whoever sees the task sees all that is said; others find neither (behaviours.md P21). */
@Service
@Transactional
public class CommentDesk {

    static final EventChannel<CommentEvent> EVENTS =
            EventChannel.of(CommentEvent.TOPIC, CommentEvent.class, CommentEvent.TYPES);

    private final Comments comments;
    private final Watches watches;
    private final TaskViews tasks;
    private final ReportViews reports;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CommentDesk(
            Comments comments,
            Watches watches,
            TaskViews tasks,
            ReportViews reports,
            Units units,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.comments = comments;
        this.watches = watches;
        this.tasks = tasks;
        this.reports = reports;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param report the report that it is about; null where it is about the task
     * @param mentioned units that are told of it
     * @param supervisors whether those who supervise the task are told of it
     * @throws CommentRefused where a unit that is mentioned does not see the task
     */
    public CommentView write(
            UUID task, @Nullable UUID report, String words, List<UUID> mentioned, boolean supervisors, Caller by) {
        tasks.requireVisible(task, by);
        var commented = comments.task(task).orElseThrow(CommentRefused::notFound);
        var comment = Comment.on(
                commented,
                Ids.next(),
                report == null ? null : about(report, task, by),
                words,
                mentioned,
                supervisors,
                Comment.Author.of(by),
                OffsetDateTime.now(clock));
        comments.add(comment);
        tell(new CommentWritten(
                task,
                commented.title(),
                comment.id(),
                report,
                new CommentEvent.Author(by.subject(), by.name(), by.unit(), by.unitName()),
                words,
                comment.units(),
                supervisors,
                comment.countyOfSupervisors(by.county()),
                watches.toTell(task, by.subject(), comment.units())));
        Map<String, Object> details = new HashMap<>();
        details.put("comment", comment.id());
        details.put("words", words);
        details.put("units", comment.units());
        details.put("supervisors", supervisors);
        if (report != null) {
            details.put("report", report);
        }
        audit.record("comment-written", "task", task, details);
        return seen(List.of(comment), by).getFirst();
    }

    private Comment.AboutReport about(UUID id, UUID task, Caller by) {
        ReportView report = reports.one(id, by);
        if (!report.taskId().equals(task)) {
            throw CommentRefused.otherReport();
        }
        return new Comment.AboutReport(id, report.unit().id(), report.unit().countyId(), report.period());
    }

    /** @throws CommentRefused where it is another's, or older than a day */
    public CommentView withdraw(UUID id, Caller by) {
        var comment = comments.locked(id).orElseThrow(CommentRefused::notFound);
        requireVisible(comment, by);
        var withdrawn = comment.withdraw(by, OffsetDateTime.now(clock));
        comments.withdraw(withdrawn);
        tell(new CommentWithdrawn(comment.taskId(), id));
        audit.record("comment-withdrawn", "task", comment.taskId(), Map.of("comment", id));
        return seen(List.of(withdrawn), by).getFirst();
    }

    @Transactional(readOnly = true)
    public CommentView one(UUID id, Caller caller) {
        var comment = comments.find(id).orElseThrow(CommentRefused::notFound);
        requireVisible(comment, caller);
        return seen(List.of(comment), caller).getFirst();
    }

    /**
     * The newest first.
     *
     * @param report only what is said about this report; null for all
     */
    @Transactional(readOnly = true)
    public Page<CommentView> list(
            UUID task, @Nullable UUID report, Limit limit, @Nullable String cursor, Caller caller) {
        tasks.requireVisible(task, caller);
        var found = comments.of(task, report, cursor == null ? null : Cursor.decode(cursor), limit.plusOne());
        return Page.of(seen(found, caller), limit, last -> Cursor.encode(last.writtenAt(), last.id()));
    }

    private void requireVisible(Comment comment, Caller caller) {
        if (!tasks.visible(comment.taskId(), caller)) {
            throw CommentRefused.notFound();
        }
    }

    private List<CommentView> seen(List<Comment> found, Caller caller) {
        Set<UUID> named = found.stream()
                .flatMap(comment -> Stream.concat(
                        comment.units().stream(),
                        Stream.ofNullable(comment.about()).map(Comment.AboutReport::unitId)))
                .collect(Collectors.toSet());
        Map<UUID, UnitRef> refs = units.refs(named);
        OffsetDateTime now = OffsetDateTime.now(clock);
        return found.stream().map(comment -> seen(comment, refs, now, caller)).toList();
    }

    private static CommentView seen(Comment comment, Map<UUID, UnitRef> refs, OffsetDateTime now, Caller caller) {
        boolean stands = comment.withdrawnAt() == null;
        var about = comment.about();
        return new CommentView(
                comment.id(),
                comment.taskId(),
                about == null
                        ? null
                        : new CommentView.CommentedReport(
                                about.id(),
                                ref(refs, about.unitId()),
                                about.period(),
                                caller.sees(about.unitId(), about.countyId())),
                comment.author().name(),
                comment.author().unitName(),
                stands ? comment.words() : null,
                stands ? comment.units().stream().map(unit -> ref(refs, unit)).toList() : List.of(),
                stands && comment.supervisors(),
                comment.writtenAt(),
                comment.withdrawnAt(),
                comment.author().person().equals(caller.subject()),
                comment.mayBeWithdrawnBy(caller, now));
    }

    private static UnitRef ref(Map<UUID, UnitRef> refs, UUID unit) {
        return refs.getOrDefault(unit, UnitRef.unknown(unit));
    }

    private void tell(CommentEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
