package org.duban.task.ledger;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.duban.task.light.TaskFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The facts of tasks on days gone by, read from their history and their reports. */
@Repository
@Transactional(readOnly = true)
public class TaskPasts {
    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Milestones milestones;

    TaskPasts(JdbcClient jdbc, Milestones milestones) {
        this.jdbc = jdbc;
        this.milestones = milestones;
    }

    /**
     * A task, and how it stood.
     *
     * @param facts at the end of each day asked for on which it was in the ledger
     */
    public record Then(UUID id, UUID planId, String planTitle, String title, Map<LocalDate, TaskFacts> facts) {}

    /**
     * Tasks in the order of their ids, one after the other, so that memory does not grow with the ledger.
     *
     * @param plan null for every plan
     * @param without plans that are left out
     */
    public void each(@Nullable UUID plan, List<UUID> without, List<LocalDate> days, Consumer<Then> taker) {
        List<Named> some = named(plan, without, BEFORE_ALL);
        while (!some.isEmpty()) {
            UUID[] ids = some.stream().map(Named::id).toArray(UUID[]::new);
            Map<UUID, List<TaskPast.Step>> steps = steps(ids);
            Map<UUID, List<TaskPast.Owing>> reports = reports(ids);
            Map<UUID, List<Milestone>> expected = milestones.of(ids);
            for (Named task : some) {
                TaskPast past = new TaskPast(
                        task.assignedOn,
                        task.standing,
                        task.repeats,
                        expected.getOrDefault(task.id, List.of()),
                        steps.getOrDefault(task.id, List.of()),
                        reports.getOrDefault(task.id, List.of()));
                Map<LocalDate, TaskFacts> facts = new HashMap<>();
                days.forEach(day -> past.on(day).ifPresent(then -> facts.put(day, then)));
                taker.accept(new Then(task.id, task.planId, task.planTitle, task.title, facts));
            }
            some = named(plan, without, some.getLast().id);
        }
    }

    private record Named(
            UUID id,
            UUID planId,
            String planTitle,
            String title,
            boolean standing,
            @Nullable Repeat repeats,
            @Nullable LocalDate assignedOn) {}

    private List<Named> named(@Nullable UUID plan, List<UUID> without, UUID after) {
        var asked = jdbc.sql("""
                        select t.id, t.plan_id, p.title as plan_title, t.title, t.standing, t.repeats, t.assigned_on
                        from task t join plan p on p.id = t.plan_id
                        where t.id > :after and t.plan_id <> all(:without) and t.state <> 'DRAFTED'
                        %s
                        order by t.id
                        limit :most
                        """.formatted(plan == null ? "" : "and t.plan_id = :plan"))
                .param("after", after)
                .param("without", without.toArray(UUID[]::new))
                .param("most", AT_ONCE);
        return (plan == null ? asked : asked.param("plan", plan))
                .query(Named.class)
                .list();
    }

    private Map<UUID, List<TaskPast.Step>> steps(UUID[] ids) {
        Map<UUID, List<TaskPast.Step>> steps = new HashMap<>();
        jdbc.sql("""
                        select task_id, at, state, due_on, progress, returned from task_history
                        where task_id = any(:ids) and progress is not null
                        order by task_id, at, version, id
                        """).param("ids", ids).query(row -> {
            steps.computeIfAbsent(row.getObject("task_id", UUID.class), task -> new ArrayList<>())
                    .add(new TaskPast.Step(
                            BusinessTime.at(row.getObject("at", OffsetDateTime.class))
                                    .toLocalDate(),
                            TaskState.valueOf(row.getString("state")),
                            row.getObject("due_on", LocalDate.class),
                            row.getInt("progress"),
                            row.getBoolean("returned")));
        });
        return steps;
    }

    private Map<UUID, List<TaskPast.Owing>> reports(UUID[] ids) {
        Map<UUID, List<TaskPast.Owing>> reports = new HashMap<>();
        jdbc.sql("""
                        select r.task_id, (o.opened_at at time zone 'Asia/Shanghai')::date as asked_on, r.due_on, r.ended_on,
                               array(select (at at time zone 'Asia/Shanghai')::date from unnest(r.handed_in) as at) as handed_in,
                               coalesce(r.handed_in_due, '{}') as handed_in_due,
                               array(select (at at time zone 'Asia/Shanghai')::date from unnest(r.returned) as at) as returned
                        from report r join round o on o.id = r.round_id
                        where r.task_id = any(:ids)
                        """).param("ids", ids).query(row -> {
            reports.computeIfAbsent(row.getObject("task_id", UUID.class), task -> new ArrayList<>())
                    .add(new TaskPast.Owing(
                            row.getObject("asked_on", LocalDate.class),
                            row.getObject("due_on", LocalDate.class),
                            days(row, "handed_in"),
                            days(row, "handed_in_due"),
                            days(row, "returned"),
                            row.getObject("ended_on", LocalDate.class)));
        });
        return reports;
    }

    private static List<LocalDate> days(ResultSet row, String column) throws SQLException {
        return Stream.of((Date[]) row.getArray(column).getArray())
                .map(Date::toLocalDate)
                .toList();
    }
}
