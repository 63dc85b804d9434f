package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.event.Outbox;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent.LightChanged;
import org.duban.task.light.Light;
import org.duban.task.light.RuleSet;
import org.duban.task.light.RuleSets;
import org.duban.task.light.Ruling;
import org.duban.task.light.TaskFacts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges tasks by the rules in force and writes light and reason on their rows (behaviours.md P8), so that a list by light is read
 * from an index. A light is no part of what a task asks: its version stays.
 */
@Component
class TaskLights {
    private static final Logger log = LoggerFactory.getLogger(TaskLights.class);
    private static final int AT_ONCE = 500;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID NONE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Milestones milestones;
    private final RuleSets ruleSets;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final TransactionTemplate apart;
    private final Clock clock;

    TaskLights(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Milestones milestones,
            RuleSets ruleSets,
            WorkingDays workingDays,
            Outbox outbox,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.milestones = milestones;
        this.ruleSets = ruleSets;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** In the transaction that changed them, whose rows it holds. */
    void judge(List<UUID> tasks) {
        LocalDate today = LocalDate.now(clock);
        for (int from = 0; from < tasks.size(); from += AT_ONCE) {
            judge(tasks.subList(from, Math.min(tasks.size(), from + AT_ONCE)), today);
        }
    }

    /**
     * For who holds reports and must not wait for tasks, which are locked first: once the transaction has ended. Should this
     * instance die before, the next day's turn judges them.
     */
    void judgeAfterwards(Collection<UUID> tasks) {
        List<UUID> ids = tasks.stream().distinct().sorted().toList();
        if (ids.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    LocalDate today = LocalDate.now(clock);
                    for (int from = 0; from < ids.size(); from += AT_ONCE) {
                        judgeApart(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), today);
                    }
                } catch (RuntimeException failure) {
                    // What was asked for is done and said; a light that waits for the day to turn does not undo it.
                    log.warn("{} tasks keep their light until the day turns", ids.size(), failure);
                }
            }
        });
    }

    /** Every task that has not been judged on this day and may look different. */
    void turn(LocalDate today) {
        for (List<UUID> some = unlit(BEFORE_ALL, today); !some.isEmpty(); some = unlit(some.getLast(), today)) {
            judgeApart(some, today);
        }
    }

    // A few at a time, so that nobody waits for a whole ledger. Whoever decides on many tasks holds some and waits for
    // others: those
    // are taken one by one, so that of the two nobody waits for ever.
    private void judgeApart(List<UUID> tasks, LocalDate today) {
        List<UUID> left = new ArrayList<>(tasks);
        left.removeAll(judgeHeld(tasks, "for no key update skip locked", today));
        left.forEach(task -> judgeHeld(List.of(task), "for no key update", today));
    }

    private List<UUID> judgeHeld(List<UUID> tasks, String how, LocalDate today) {
        List<UUID> judged = apart.execute(status -> {
            // Read once the rows are held: what was read before might have changed meanwhile.
            List<UUID> held = jdbc.sql("select id from task where id = any(:ids) order by id " + how)
                    .param("ids", tasks.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list();
            judge(held, today);
            return held;
        });
        return judged == null ? List.of() : judged;
    }

    private List<UUID> unlit(UUID after, LocalDate today) {
        return jdbc.sql("""
                        select id from task
                        where id > :after and (lit_on is null or running and lit_on <> :today)
                        order by id
                        limit :most
                        """)
                .param("after", after)
                .param("today", today)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    /** How a task's row says that it is lit. */
    record Lit(
            Light light,
            String reason,
            @Nullable LocalDate since,
            LocalDate on,
            @Nullable LocalDate stillFrom) {}

    /**
     * @param hasMilestones whether any are set
     * @param told what is to be told of it; null where the light is as before
     */
    record Judged(Lit lit, boolean hasMilestones, @Nullable LightChanged told) {}

    /**
     * As the task, which the caller holds, will stand once it and the report are written.
     *
     * @param handedIn a report that is owed no more
     */
    Judged reported(Task before, Task after, UUID handedIn, LocalDate today) {
        Shown shown = shown(new UUID[] {after.id()}, handedIn).getFirst();
        Shown task = shown.reported(before, after, today);
        RuleSet rules = Objects.requireNonNull(
                ruleSets.inForce(List.of(task.planId), today).get(task.planId));
        Ruling ruling = rules.of(task.facts(today), today, workingDays);
        return new Judged(
                task.lit(ruling, rules, today),
                !task.milestones.isEmpty(),
                task.turned(ruling) ? task.changed(ruling, after.leadUnits(), today) : null);
    }

    /** A task's row as far as its light depends on it, and how it is lit. */
    private record Shown(
            UUID id,
            long version,
            UUID planId,
            String title,
            TaskState state,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate beganOn,
            @Nullable LocalDate closedOn,
            int progress,
            boolean standing,
            List<Milestone> milestones,
            boolean returned,
            @Nullable LocalDate reportDueOn,
            boolean reportReturned,
            @Nullable LocalDate movedOn,
            Light light,
            String reason,
            @Nullable LocalDate since,
            @Nullable LocalDate litOn,
            @Nullable LocalDate stillFrom) {

        Shown reported(Task before, Task after, LocalDate today) {
            return new Shown(
                    id,
                    after.version(),
                    planId,
                    title,
                    after.state(),
                    dueOn,
                    beganOn,
                    closedOn,
                    after.progress(),
                    standing,
                    milestones,
                    after.returnedOn() != null,
                    reportDueOn,
                    reportReturned,
                    before.progress() < after.progress() ? today : movedOn,
                    light,
                    reason,
                    since,
                    litOn,
                    stillFrom);
        }

        TaskFacts facts(LocalDate today) {
            return new TaskFacts(
                    stage(state),
                    dueOn,
                    beganOn,
                    closedOn,
                    progress,
                    Schedule.expected(state, beganOn, standing ? null : dueOn, milestones, today),
                    returned,
                    reportDueOn,
                    reportReturned);
        }

        Lit lit(Ruling ruling, RuleSet rules, LocalDate today) {
            return new Lit(
                    ruling.light(),
                    ruling.reason(),
                    state == TaskState.DRAFTED ? null : light != ruling.light() || since == null ? today : since,
                    today,
                    rules.stillFrom(facts(today), movedOn));
        }

        Lit lit() {
            return new Lit(light, reason, since, litOn == null ? LocalDate.MIN : litOn, stillFrom);
        }

        /** What has just come in shows its first light; nothing has changed. */
        boolean turned(Ruling ruling) {
            return light != ruling.light() && since != null;
        }

        LightChanged changed(Ruling ruling, List<UUID> leads, LocalDate today) {
            return new LightChanged(
                    id,
                    version,
                    planId,
                    title,
                    leads,
                    light.name(),
                    ruling.light().name(),
                    ruling.reason(),
                    ruling.cause() == null ? null : ruling.cause().name(),
                    today);
        }
    }

    private void judge(List<UUID> tasks, LocalDate today) {
        if (tasks.isEmpty()) {
            return;
        }
        List<Shown> shown = shown(tasks.toArray(UUID[]::new), NONE);
        Map<UUID, RuleSet> rules =
                ruleSets.inForce(shown.stream().map(Shown::planId).collect(Collectors.toSet()), today);
        List<@Nullable Object[]> rows = new ArrayList<>();
        Map<Shown, Ruling> turned = new HashMap<>();
        for (Shown task : shown) {
            RuleSet own = Objects.requireNonNull(rules.get(task.planId));
            Ruling ruling = own.of(task.facts(today), today, workingDays);
            Lit lit = task.lit(ruling, own, today);
            if (!lit.equals(task.lit())) {
                rows.add(new @Nullable Object[] {lit.light.name(), lit.reason, lit.since, lit.on, lit.stillFrom, task.id
                });
            }
            if (task.turned(ruling)) {
                turned.put(task, ruling);
            }
        }
        batches.batchUpdate(
                "update task set light = ?, light_reason = ?, light_since = ?, lit_on = ?, still_from = ? where id = ?",
                rows);
        if (!turned.isEmpty()) {
            tell(turned, today);
        }
    }

    private void tell(Map<Shown, Ruling> turned, LocalDate today) {
        record Lead(UUID taskId, UUID unitId) {}
        Map<UUID, List<UUID>> leads = jdbc
                .sql("""
                        select task_id, unit_id from task_unit
                        where part = 'LEAD' and task_id = any(:ids)
                        order by task_id, place
                        """)
                .param("ids", turned.keySet().stream().map(Shown::id).toArray(UUID[]::new))
                .query(Lead.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Lead::taskId, Collectors.mapping(Lead::unitId, Collectors.toList())));
        turned.forEach((task, ruling) -> {
            var event = task.changed(ruling, leads.getOrDefault(task.id, List.of()), today);
            outbox.append(Ledger.EVENTS.outgoing(event.key(), event));
        });
    }

    /** @param handedIn a report that is no more owed, whatever its row says yet */
    private List<Shown> shown(UUID[] ids, UUID handedIn) {
        return jdbc.sql("""
                        select t.*, %s as milestones, o.report_due_on, o.report_returned
                        from task t
                        left join lateral (
                            select min(r.due_on) as report_due_on, bool_or(r.state = 'RETURNED') as report_returned
                            from report r
                            where r.task_id = t.id and r.state in ('DUE', 'RETURNED') and r.id <> :handedIn) o on true
                        where t.id = any(:ids)
                        order by t.id
                        """.formatted(Milestones.OF_TASK))
                .param("ids", ids)
                .param("handedIn", handedIn)
                .query((row, n) -> shown(row))
                .list();
    }

    private Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("plan_id", UUID.class),
                row.getString("title"),
                TaskState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                Schedule.beganOn(row.getObject("assigned_on", LocalDate.class), Tasks.cycle(row)),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("progress"),
                row.getBoolean("standing"),
                milestones.read(row.getString("milestones")),
                row.getObject("returned_on") != null,
                row.getObject("report_due_on", LocalDate.class),
                row.getBoolean("report_returned"),
                row.getObject("moved_on", LocalDate.class),
                Light.valueOf(row.getString("light")),
                row.getString("light_reason"),
                row.getObject("light_since", LocalDate.class),
                row.getObject("lit_on", LocalDate.class),
                row.getObject("still_from", LocalDate.class));
    }

    static TaskFacts.Stage stage(TaskState state) {
        return switch (state) {
            case DRAFTED -> TaskFacts.Stage.DRAFTED;
            case ASSIGNED, ACKNOWLEDGED, IN_PROGRESS -> TaskFacts.Stage.RUNNING;
            case COMPLETION_SUBMITTED -> TaskFacts.Stage.TO_VERIFY;
            case SUSPENDED -> TaskFacts.Stage.SUSPENDED;
            case CLOSED -> TaskFacts.Stage.CLOSED;
        };
    }
}
