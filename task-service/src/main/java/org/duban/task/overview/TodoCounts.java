package org.duban.task.overview;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.supervision.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The numbers of 我的待办 (behaviours.md P1). */
@Service
public class TodoCounts {

    private static final String OWED = """
            select count(*) filter (where r.due_on < :today) as overdue,
                   count(*) filter (where r.due_on between :today and cast(:today as date) + 7) as due_within_7_days,
                   count(*) filter (where r.state = 'RETURNED') as returned
            from report r
            where r.state in ('DUE', 'RETURNED') and %s
            """;

    private static final String TO_ACKNOWLEDGE = """
            select count(*) from task_unit u join task t on t.id = u.task_id
            where u.acknowledged_at is null and t.state <> 'CLOSED' and %s
            """;

    private static final String TO_REVIEW = """
            select (select count(*) from report r join plan p on p.id = r.plan_id
                    where r.state = 'SUBMITTED' and %s and (cast(:issuer as uuid) is null or p.county_id = :issuer))
                 + (select count(*) from task t
                    where t.state = 'COMPLETION_SUBMITTED' and (cast(:issuer as uuid) is null or t.county_id = :issuer)
                      and exists (select from task_unit u where u.task_id = t.id and u.part = 'LEAD' and %s))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TodoCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits for somebody.
     *
     * @param overdue reports owed whose day has passed
     * @param dueWithin7Days reports owed whose day is today or at most seven days away
     * @param returned reports returned and not yet handed in again; each is also in one of the two above, or due later
     * @param toAcknowledge parts in open tasks that the unit has not acknowledged
     * @param toReview reports and completions of one's own plans handed in and not yet decided; 0 for whoever does not review
     */
    public record Counts(int overdue, int dueWithin7Days, int returned, int toAcknowledge, int toReview) {}

    /** @param unit null for all units that the caller sees */
    public Counts of(@Nullable UUID unit, Caller caller) {
        var reports = new Conditions().seenBy(caller.sight(), "r").given("r.unit_id = :unit", "unit", unit);
        var parts = new Conditions().seenBy(caller.sight(), "u").given("u.unit_id = :unit", "unit", unit);
        int toAcknowledge = count(TO_ACKNOWLEDGE.formatted(parts.where()), parts);
        int toReview = caller.has("SUPERVISOR") ? toReview(reports, parts, caller) : 0;
        return jdbc.sql(OWED.formatted(reports.where()))
                .params(reports.params())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Counts(
                        row.getInt("overdue"),
                        row.getInt("due_within_7_days"),
                        row.getInt("returned"),
                        toAcknowledge,
                        toReview))
                .single();
    }

    private int toReview(Conditions reports, Conditions parts, Caller caller) {
        return jdbc.sql(TO_REVIEW.formatted(reports.where(), parts.where()))
                .params(parts.params())
                .param("issuer", caller.county(), Types.OTHER)
                .query(Integer.class)
                .single();
    }

    private int count(String sql, Conditions conditions) {
        return jdbc.sql(sql).params(conditions.params()).query(Integer.class).single();
    }
}
