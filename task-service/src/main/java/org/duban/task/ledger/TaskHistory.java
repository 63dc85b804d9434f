package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** A step of a task that has just been taken. */
    void add(
            Task after,
            OffsetDateTime at,
            Actor by,
            TaskAction action,
            @Nullable String words,
            Map<String, ?> details) {
        Line line = new Line(
                after.id(),
                after.version(),
                after.state(),
                after.dueOn(),
                after.progress(),
                after.returnedOn() != null);
        add(List.of(line), at, by, action.name(), words, details);
    }

    /** Tasks that have just entered the ledger. */
    void begin(List<Tasks.Entry> entries, OffsetDateTime at, Actor by, @Nullable String words, Map<String, ?> details) {
        Map<Boolean, List<Line>> lines = entries.stream()
                .map(entry -> new Line(
                        entry.id(),
                        1,
                        entry.state(),
                        entry.dueOn(),
                        entry.task().progress(),
                        false))
                .collect(Collectors.partitioningBy(line -> line.state == TaskState.DRAFTED));
        add(lines.getOrDefault(true, List.of()), at, by, "DRAFT", words, details);
        add(lines.getOrDefault(false, List.of()), at, by, TaskAction.ASSIGN.name(), words, details);
    }

    // Beside what was done, how the task stood then: rules of lights are tried on it later.
    private record Line(
            UUID task,
            long version,
            TaskState state,
            @Nullable LocalDate dueOn,
            int progress,
            boolean returned) {}

    private void add(
            List<Line> lines,
            OffsetDateTime at,
            Actor by,
            String action,
            @Nullable String words,
            Map<String, ?> details) {
        String written = json.writeValueAsString(details);
        batches.batchUpdate(
                """
                insert into task_history (id, task_id, at, by_name, by_unit, action, words, details, version, state,
                                          due_on, progress, returned)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                """,
                lines.stream()
                        .map(line -> new @Nullable Object[] {
                            Ids.next(),
                            line.task,
                            at,
                            by.name(),
                            by.unitName(),
                            action,
                            words,
                            written,
                            line.version,
                            line.state.name(),
                            line.dueOn,
                            line.progress,
                            line.returned
                        })
                        .toList());
    }

    /** @return newest first */
    List<TaskHappening> of(UUID task) {
        return jdbc.sql("""
                        select at, by_name, by_unit, action, words, details from task_history
                        where task_id = :task
                        order by at desc, version desc, id desc
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
