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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Milestones of tasks, set ones and proposed ones apart. Whoever writes holds the lock on the task. */
@Repository
class Milestones {
    /** Those that are set of task {@code t}, as a column for {@link #read}. */
    static final String OF_TASK = """
            (select json_agg(json_build_object('name', m.name, 'dueOn', m.due_on, 'percent', m.percent, 'reachedOn', m.reached_on)
                             order by m.ordinal)
             from task_milestone m
             where m.task_id = t.id and not m.proposed)""";

    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    Milestones(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    List<Milestone> read(@Nullable String column) {
        return column == null ? List.of() : json.readValue(column, MILESTONES);
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
