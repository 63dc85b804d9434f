package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Milestones of tasks, set ones and proposed ones apart. Whoever writes holds the lock on the task. */
@Repository
class Milestones {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Milestones(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Milestone> of(UUID task, boolean proposed) {
        return jdbc.sql("select * from task_milestone where task_id = :task and proposed = :proposed order by ordinal")
                .param("task", task)
                .param("proposed", proposed)
                .query((row, n) -> milestone(row))
                .list();
    }

    /** @return those that are set */
    Map<UUID, List<Milestone>> of(UUID[] tasks) {
        Map<UUID, List<Milestone>> milestones = new HashMap<>();
        jdbc.sql("""
                        select * from task_milestone
                        where task_id = any(:tasks) and not proposed
                        order by task_id, ordinal
                        """).param("tasks", tasks).query(row -> {
            milestones
                    .computeIfAbsent(row.getObject("task_id", UUID.class), task -> new ArrayList<>())
                    .add(milestone(row));
        });
        return milestones;
    }

    void replace(UUID task, boolean proposed, List<Milestone> milestones) {
        jdbc.sql("delete from task_milestone where task_id = :task and proposed = :proposed")
                .param("task", task)
                .param("proposed", proposed)
                .update();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Milestone milestone : milestones) {
            rows.add(new @Nullable Object[] {
                task,
                proposed,
                rows.size() + 1,
                milestone.name(),
                milestone.dueOn(),
                milestone.percent(),
                milestone.reachedOn()
            });
        }
        batches.batchUpdate("""
                insert into task_milestone (task_id, proposed, ordinal, name, due_on, percent, reached_on)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** The same is expected of the next cycle. */
    void carry(UUID task, Repeat repeats) {
        replace(
                task,
                false,
                of(task, false).stream()
                        .map(one -> new Milestone(one.name(), repeats.next(one.dueOn()), one.percent(), null))
                        .toList());
    }

    /** Progress has come so far; what was reached stays so. */
    void reach(UUID task, int progress, LocalDate day) {
        jdbc.sql("""
                        update task_milestone set reached_on = :day
                        where task_id = :task and not proposed and reached_on is null and percent <= :progress
                        """)
                .param("day", day)
                .param("task", task)
                .param("progress", progress)
                .update();
    }

    private static Milestone milestone(ResultSet row) throws SQLException {
        return new Milestone(
                row.getString("name"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("percent"),
                row.getObject("reached_on", LocalDate.class));
    }
}
