package org.duban.task.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to each task. Rows are only ever added. */
@Repository
class TaskHistory {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    TaskHistory(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void add(UUID task, OffsetDateTime at, Actor by, String action, @Nullable String words, Map<String, ?> details) {
        add(List.of(task), at, by, action, words, details);
    }

    void add(
            List<UUID> tasks,
            OffsetDateTime at,
            Actor by,
            String action,
            @Nullable String words,
            Map<String, ?> details) {
        String written = json.writeValueAsString(details);
        batches.batchUpdate(
                """
                insert into task_history (id, task_id, at, by_name, by_unit, action, words, details)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                tasks.stream()
                        .map(task -> new @Nullable Object[] {
                            Ids.next(), task, at, by.name(), by.unitName(), action, words, written
                        })
                        .toList());
    }

    /** @return newest first */
    List<TaskHappening> of(UUID task) {
        return jdbc.sql("""
                        select at, by_name, by_unit, action, words, details from task_history
                        where task_id = :task
                        order by at desc, id desc
                        """)
                .param("task", task)
                .query((row, n) -> new TaskHappening(
                        BusinessTime.at(row.getObject("at", OffsetDateTime.class)),
                        row.getString("by_name"),
                        row.getString("by_unit"),
                        row.getString("action"),
                        row.getString("words"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }
}
