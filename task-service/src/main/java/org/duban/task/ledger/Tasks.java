package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks with their parts. Written by hand: a report changes one part, and must not rewrite them all. */
@Repository
class Tasks {
    private static final String ADD_INDICATOR =
            "insert into task_indicator (task_id, ordinal, text, operator, value, upper, measure) values (?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = """
            update task
            set state = :state, due_on = :due, returned_on = :returned, closed_on = :closed,
                progress = :progress, suspended_on = :suspended, resumes_on = :resumes,
                suspension_reason = :reason, version = :version, updated_at = :at,
                kind = :kind, repeats = :repeats, cycle_from = :cycleFrom, cycle_to = :cycleTo,
                original_due_on = case when cycle_from < :cycleFrom then :due else original_due_on end,
                owes_from = case when :running and not running then :day else owes_from end,
                assigned_on = case when state = 'DRAFTED' and :running then :day else assigned_on end,
                moved_on = case when :progress > progress or :running and not running
                                    or cycle_from < :cycleFrom then :day
                                else moved_on end
                %s
            where id = :id
            """;
    private static final String SAVE = UPDATE.formatted("");
    private static final String SAVE_LIT = UPDATE.formatted("""
            , light = :light, light_reason = :lightReason, light_since = :lightSince, lit_on = :litOn, still_from = :stillFrom
            """);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Tasks(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Finds and holds the task until the transaction ends, so that of two decisions the second sees the first. Who writes a line that
     * names the task does not wait for it.
     */
    Optional<Task> locked(UUID id) {
        return task("select * from task where id = :id for no key update", id);
    }

    Optional<Task> find(UUID id) {
        return task("select * from task where id = :id", id);
    }

    /** Empty for a draft. */
    Optional<LocalDate> assignedOn(UUID id) {
        return jdbc.sql("select assigned_on from task where id = :id and assigned_on is not null")
                .param("id", id)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * Those whose suspension ends by itself on this day or has ended, held with all that they are pieces of: what is resumed counts
     * for those, and waits for them where they stay suspended.
     */
    List<UUID> heldToResume(LocalDate today) {
        List<UUID> held = jdbc.sql("""
                        with recursive up as (
                            select id, parent_id from task where state = 'SUSPENDED' and resumes_on <= :today
                            union
                            select p.id, p.parent_id from task p join up on p.id = up.parent_id)
                        select id from task where id in (select id from up)
                        order by depth desc, ordinal, id for no key update
                        """).param("today", today).query(UUID.class).list();
        // What was suspended meanwhile is not held. Who took it now would have its parent in hand, and wait for whoever
        // holds it and wants the parent.
        return jdbc.sql("""
                        select t.id from task t
                        where t.id = any(:held) and t.state = 'SUSPENDED' and t.resumes_on <= :today
                          and not exists (
                              select from task_unit u
                              where u.task_id = t.parent_id and u.unit_id = t.given_by and u.state = 'COMPLETED')
                          and not exists (
                              with recursive up as (
                                  select p.id, p.parent_id, p.state, p.resumes_on from task p where p.id = t.parent_id
                                  union all
                                  select p.id, p.parent_id, p.state, p.resumes_on from task p join up on p.id = up.parent_id)
                              select from up
                              where up.state = 'SUSPENDED' and (up.resumes_on is null or up.resumes_on > :today))
                        order by t.depth desc, t.id
                        """)
                .param("held", held.toArray(UUID[]::new))
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    /** All tasks of the plans until the transaction ends, the deepest first. */
    void hold(Collection<UUID> plans) {
        jdbc.sql("select id from task where plan_id = any(:plans) order by depth desc, ordinal, id for no key update")
                .param("plans", plans.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private Optional<Task> task(String sql, UUID id) {
        List<Part> parts = new ArrayList<>();
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, n) -> new Task(
                        id,
                        row.getLong("version"),
                        row.getObject("plan_id", UUID.class),
                        row.getInt("ordinal"),
                        row.getString("title"),
                        row.getObject("due_on", LocalDate.class),
                        TaskKind.valueOf(row.getString("kind")),
                        cycle(row),
                        TaskState.valueOf(row.getString("state")),
                        row.getObject("closed_on", LocalDate.class),
                        suspension(row),
                        piece(row),
                        parts))
                .optional()
                // Read once the row is held: what was read before might have changed meanwhile.
                .map(task -> {
                    parts.addAll(partsOf(id));
                    return task;
                });
    }

    private static @Nullable Piece piece(ResultSet row) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return parent == null
                ? null
                : new Piece(parent, row.getObject("given_by", UUID.class), row.getInt("weight"), row.getInt("depth"));
    }

    static @Nullable Cycle cycle(ResultSet row) throws SQLException {
        String repeats = row.getString("repeats");
        return repeats == null
                ? null
                : new Cycle(
                        Repeat.valueOf(repeats),
                        row.getObject("cycle_from", LocalDate.class),
                        row.getObject("cycle_to", LocalDate.class));
    }

    static @Nullable Suspension suspension(ResultSet row) throws SQLException {
        LocalDate since = row.getObject("suspended_on", LocalDate.class);
        return since == null
                ? null
                : new Suspension(
                        since, row.getObject("resumes_on", LocalDate.class), row.getString("suspension_reason"));
    }

    private List<Part> partsOf(UUID task) {
        return jdbc.sql("select * from task_unit where task_id = :task order by part desc, place")
                .param("task", task)
                .query((row, n) -> new Part(
                        row.getObject("unit_id", UUID.class),
                        TaskEvent.Part.valueOf(row.getString("part")),
                        row.getObject("county_id", UUID.class),
                        row.getObject("acknowledge_by", LocalDate.class),
                        PartState.valueOf(row.getString("state")),
                        row.getObject("acknowledged_at", OffsetDateTime.class),
                        row.getString("acknowledged_by"),
                        row.getObject("completed_on", LocalDate.class),
                        row.getObject("returned_on", LocalDate.class),
                        row.getInt("progress")))
                .list();
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(Task before, Task after, OffsetDateTime at) {
        save(before, after, at, null);
    }

    /** @param lit how it is lit from now on; null where that is written later */
    void save(Task before, Task after, OffsetDateTime at, TaskLights.@Nullable Lit lit) {
        Cycle cycle = after.cycle();
        JdbcClient.StatementSpec update = jdbc.sql(lit == null ? SAVE : SAVE_LIT)
                .param("state", after.state().name())
                .param("due", after.dueOn(), Types.DATE)
                .param("kind", after.kind().name())
                .param("repeats", cycle == null ? null : cycle.repeats().name(), Types.VARCHAR)
                .param("cycleFrom", cycle == null ? null : cycle.from(), Types.DATE)
                .param("cycleTo", cycle == null ? null : cycle.to(), Types.DATE)
                .param("returned", after.returnedOn(), Types.DATE)
                .param("closed", after.closedOn(), Types.DATE)
                .param("progress", after.progress())
                .param(
                        "suspended",
                        after.suspension() == null ? null : after.suspension().since(),
                        Types.DATE)
                .param(
                        "resumes",
                        after.suspension() == null ? null : after.suspension().resumesOn(),
                        Types.DATE)
                .param(
                        "reason",
                        after.suspension() == null ? null : after.suspension().reason(),
                        Types.VARCHAR)
                .param("version", after.version())
                .param("at", at)
                .param("running", after.state().running())
                .param("day", at.toLocalDate())
                .param("id", after.id());
        if (lit != null) {
            update = update.param("light", lit.light().name())
                    .param("lightReason", lit.reason())
                    .param("lightSince", lit.since(), Types.DATE)
                    .param("litOn", lit.on())
                    .param("stillFrom", lit.stillFrom(), Types.DATE);
        }
        update.update();
        save(
                after.id(),
                after.parts().stream()
                        .filter(part -> !before.parts().contains(part))
                        .toList());
    }

    private void save(UUID task, List<Part> parts) {
        batches.batchUpdate(
                """
                update task_unit
                set state = ?, acknowledge_by = ?, acknowledged_at = ?, acknowledged_by = ?, completed_on = ?,
                    returned_on = ?, progress = ?
                where task_id = ? and unit_id = ?
                """,
                parts.stream()
                        .map(part -> new @Nullable Object[] {
                            part.state().name(),
                            part.acknowledgeBy(),
                            part.acknowledgedAt(),
                            part.acknowledgedBy(),
                            part.completedOn(),
                            part.returnedOn(),
                            part.progress(),
                            task,
                            part.unitId()
                        })
                        .toList());
    }

    /** One at a time does what there must be one of. */
    void holdUntilCommit(String what, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:what), hashtext(:key))::text")
                .param("what", what)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** The plan that keeps a year's work given by hand. */
    Optional<UUID> adHocPlan(@Nullable UUID county, int year) {
        return jdbc.sql("""
                        select id from plan
                        where source = 'AD_HOC' and county_id is not distinct from :county
                          and adopted_on between make_date(:year, 1, 1) and make_date(:year, 12, 31)
                        order by id
                        limit 1
                        """)
                .param("county", county, Types.OTHER)
                .param("year", year)
                .query(UUID.class)
                .optional();
    }

    /** A draft leaves no row behind; the books keep what it was. */
    void discard(UUID id) {
        for (String table :
                List.of("task_unit", "task_indicator", "task_history", "task_unit_released", "task_milestone")) {
            jdbc.sql("delete from " + table + " where task_id = :id")
                    .param("id", id)
                    .update();
        }
        jdbc.sql("delete from task where id = :id").param("id", id).update();
    }

    /**
     * A task as it enters the ledger.
     *
     * @param dueOn its own last day, or its plan's
     * @param cycle the first one of a periodic task
     */
    record Entry(
            UUID id,
            NewTask task,
            TaskState state,
            @Nullable LocalDate dueOn,
            @Nullable Cycle cycle,
            List<Part> parts) {}

    void add(Plan plan, List<Entry> entries, OffsetDateTime at) {
        batches.batchUpdate(
                """
                insert into task (id, plan_id, ordinal, title, body, due_on, original_due_on, kind, repeats, cycle_from,
                                  cycle_to, state, closed_on, progress, county_id, resolution_id, number, remark, assigned_on,
                                  owes_from, moved_on, version, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.id,
                            plan.id(),
                            entry.task.ordinal(),
                            entry.task.title(),
                            entry.task.body(),
                            entry.dueOn,
                            entry.dueOn,
                            entry.task.kind().name(),
                            entry.cycle == null ? null : entry.cycle.repeats().name(),
                            entry.cycle == null ? null : entry.cycle.from(),
                            entry.cycle == null ? null : entry.cycle.to(),
                            entry.state.name(),
                            entry.task.closed() ? at.toLocalDate() : null,
                            entry.task.progress(),
                            plan.countyId(),
                            entry.task.resolutionId(),
                            entry.task.number(),
                            entry.task.remark(),
                            entry.state == TaskState.DRAFTED ? null : at.toLocalDate(),
                            plan.adoptedOn().isBefore(at.toLocalDate()) ? at.toLocalDate() : null,
                            entry.state == TaskState.DRAFTED ? null : at.toLocalDate(),
                            at,
                            at
                        })
                        .toList());
        List<@Nullable Object[]> units = new ArrayList<>();
        List<@Nullable Object[]> indicators = new ArrayList<>();
        for (Entry entry : entries) {
            int place = 0;
            for (Part part : entry.parts) {
                units.add(new @Nullable Object[] {
                    entry.id,
                    part.unitId(),
                    part.part().name(),
                    place++,
                    part.countyId(),
                    part.acknowledgeBy(),
                    (part.leads() && entry.task.closed() ? PartState.COMPLETED : part.state()).name(),
                    part.leads() ? entry.task.progress() : 0
                });
            }
            indicators.addAll(rows(entry.id, entry.task.indicators()));
        }
        batches.batchUpdate(
                "insert into task_unit (task_id, unit_id, part, place, county_id, acknowledge_by, state, progress) values (?, ?, ?, ?, ?, ?, ?, ?)",
                units);
        batches.batchUpdate(ADD_INDICATOR, indicators);
    }

    private static List<@Nullable Object[]> rows(UUID task, List<Indicator> indicators) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Indicator indicator : indicators) {
            rows.add(new @Nullable Object[] {
                task,
                rows.size() + 1,
                indicator.text(),
                indicator.operator(),
                indicator.value(),
                indicator.upper(),
                indicator.measure()
            });
        }
        return rows;
    }

    /**
     * Gives tasks of a plan other ordinals. A task's place is no part of what it asks: its version stays.
     *
     * @param places those that are given; the others follow after all of these, in their order
     * @param taken how many ordinals the others leave free
     */
    void place(UUID plan, Map<UUID, Integer> places, int taken) {
        record Placed(int ordinal, UUID id) {}
        List<Placed> now = jdbc.sql("select ordinal, id from task where plan_id = :plan order by ordinal")
                .param("plan", plan)
                .query(Placed.class)
                .list();
        int next = taken + 1;
        List<Object[]> moves = new ArrayList<>();
        for (Placed task : now) {
            Integer given = places.get(task.id);
            int to = given == null ? next++ : given;
            if (to != task.ordinal) {
                moves.add(new Object[] {to, task.id});
            }
        }
        if (!moves.isEmpty()) {
            // Out of the way first: at no moment does an ordinal stand twice in a plan.
            jdbc.sql("update task set ordinal = -ordinal where plan_id = :plan")
                    .param("plan", plan)
                    .update();
            batches.batchUpdate("update task set ordinal = ? where id = ?", moves);
            jdbc.sql("update task set ordinal = -ordinal where plan_id = :plan and ordinal < 0")
                    .param("plan", plan)
                    .update();
        }
    }

    /** @return the greatest ordinal in the plan, 0 where it has no task */
    int lastOrdinal(UUID plan) {
        return jdbc.sql("select coalesce(max(ordinal), 0) from task where plan_id = :plan")
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }

    /** Writes a task anew with all that is asked of whom. The caller holds the lock on the row. */
    void rewrite(Task before, Task after, TaskContent content, OffsetDateTime at) {
        jdbc.sql("""
                        update task
                        set title = :title, body = :body, number = :number, remark = :remark
                        where id = :id
                        """)
                .param("title", content.title())
                .param("body", content.body())
                .param("number", content.number(), Types.VARCHAR)
                .param("remark", content.remark(), Types.VARCHAR)
                .param("id", after.id())
                .update();
        if (before.state() == TaskState.DRAFTED) {
            jdbc.sql("update task set original_due_on = :due where id = :id")
                    .param("due", content.dueOn(), Types.DATE)
                    .param("id", after.id())
                    .update();
        } else {
            release(before, after, at.toLocalDate());
        }
        jdbc.sql("delete from task_unit where task_id = :task and unit_id <> all(:units)")
                .param("task", after.id())
                .param("units", after.parts().stream().map(Part::unitId).toArray(UUID[]::new))
                .update();
        // what happens to a draft counts for nobody
        LocalDate day = before.state() == TaskState.DRAFTED ? null : at.toLocalDate();
        List<@Nullable Object[]> parts = new ArrayList<>();
        for (Part part : after.parts()) {
            parts.add(new @Nullable Object[] {
                after.id(),
                part.unitId(),
                part.part().name(),
                parts.size(),
                part.countyId(),
                part.acknowledgeBy(),
                part.leads() ? day : null,
                day
            });
        }
        batches.batchUpdate("""
                insert into task_unit (task_id, unit_id, part, place, county_id, acknowledge_by, leads_since)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (task_id, unit_id) do update
                set part = excluded.part, place = excluded.place,
                    leads_since = case when task_unit.part = 'LEAD' then task_unit.leads_since
                                       else coalesce(excluded.leads_since, task_unit.leads_since) end,
                    led_until = case when excluded.part = 'LEAD' then null
                                     when task_unit.part = 'LEAD' then cast(? as date)
                                     else task_unit.led_until end
                """, parts);
        jdbc.sql("delete from task_indicator where task_id = :task")
                .param("task", after.id())
                .update();
        batches.batchUpdate(ADD_INDICATOR, rows(after.id(), content.indicators()));
        save(before, after, at);
    }

    private void release(Task before, Task after, LocalDate day) {
        batches.batchUpdate(
                """
                insert into task_unit_released (task_id, unit_id, part, county_id, released_on, progress, leads_since)
                values (?, ?, ?, ?, ?, ?, (select leads_since from task_unit where task_id = ? and unit_id = ?))
                on conflict (task_id, unit_id, released_on) do update
                set part = excluded.part, progress = excluded.progress, leads_since = excluded.leads_since
                """,
                before.parts().stream()
                        .filter(part -> after.partOf(part.unitId()).isEmpty())
                        .map(Part::released)
                        .map(part -> new @Nullable Object[] {
                            after.id(),
                            part.unitId(),
                            part.part().name(),
                            part.countyId(),
                            day,
                            part.progress(),
                            after.id(),
                            part.unitId()
                        })
                        .toList());
    }

    /** @return false where the unit has been urged about the task on that day already */
    boolean recordUrging(UUID id, UUID task, UUID unit, LocalDate day, String words, String by) {
        return jdbc.sql("""
                                insert into urging (id, task_id, unit_id, urged_on, words, urged_by)
                                values (:id, :task, :unit, :day, :words, :by)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("task", task)
                        .param("unit", unit)
                        .param("day", day)
                        .param("words", words)
                        .param("by", by)
                        .update()
                == 1;
    }
}
