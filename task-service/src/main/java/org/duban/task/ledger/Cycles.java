package org.duban.task.ledger;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each cycle of periodic tasks ended. Whoever writes holds the lock on the task. */
@Repository
class Cycles {
    private final JdbcClient jdbc;

    Cycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose cycle was over before this day; what waits for a verification, or is suspended, waits with its cycle. */
    List<UUID> over(LocalDate today) {
        return jdbc.sql("""
                        select id from task
                        where kind = 'PERIODIC' and cycle_to < :today
                          and state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLOSED')
                        order by id
                        """).param("today", today).query(UUID.class).list();
    }

    /** The day that was set at first: what was extended in one cycle is not so in the next. */
    LocalDate firstDueOn(UUID task) {
        return jdbc.sql("select coalesce(original_due_on, due_on, cycle_to) from task where id = :task")
                .param("task", task)
                .query(LocalDate.class)
                .single();
    }

    /** @param ended the task as the cycle left it */
    void settle(Task ended, Cycle cycle) {
        jdbc.sql("""
                        insert into task_cycle (task_id, cycle_from, cycle_to, due_on, closed_on, progress, county_id)
                        select id, :from, :to, :due, :closed, :progress, county_id from task where id = :task
                        on conflict (task_id, cycle_from, cycle_to) do update
                        set due_on = excluded.due_on, closed_on = excluded.closed_on, progress = excluded.progress
                        """)
                .param("task", ended.id())
                .param("from", cycle.from())
                .param("to", cycle.to())
                .param("due", ended.dueOn(), Types.DATE)
                .param("closed", ended.closedOn(), Types.DATE)
                .param("progress", ended.progress())
                .update();
    }

    /** @return newest first */
    List<TaskDetail.PastCycle> of(UUID task) {
        return jdbc.sql("""
                        select cycle_from as "from", cycle_to as "to", due_on, closed_on, progress from task_cycle
                        where task_id = :task
                        order by cycle_from desc
                        """)
                .param("task", task)
                .query(TaskDetail.PastCycle.class)
                .list();
    }
}
