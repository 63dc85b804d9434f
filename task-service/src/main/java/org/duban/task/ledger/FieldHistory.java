package org.duban.task.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every value that one field of a task ever had (behaviours.md P13).
 *
 * @param field as {@code dueOn}, {@code leads} or {@code state}; {@code proposedMilestones} are those that a unit wishes for
 * @param changes newest first
 */
public record FieldHistory(String field, List<FieldStep> changes) {

    private static final String STATE = "state";
    private static final String PROGRESS = "progress";
    private static final String DUE_ON = "dueOn";

    /**
     * @param by name of the person or software; 系统 where nobody asked for it
     * @param from null where there was nothing; the progress of a unit begins with its first report
     * @param action DRAFT or a {@link TaskAction}
     */
    public record FieldStep(
            OffsetDateTime at,
            String by,
            @Nullable String byUnit,
            @Nullable String from,
            @Nullable String to,
            String action,
            @Nullable String words) {}

    /**
     * @param happenings newest first
     * @return the fields in the order in which they last changed
     */
    static List<FieldHistory> of(List<TaskHappening> happenings) {
        Map<String, String> reported = new HashMap<>();
        Map<String, List<FieldStep>> byField = new LinkedHashMap<>();
        for (TaskHappening happening : happenings.reversed()) {
            Map<String, Object> details = happening.details();
            if (details.get("changes") instanceof List<?> changes) {
                changes.forEach(change -> {
                    if (change instanceof Map<?, ?> said && said.get("field") instanceof String field) {
                        add(byField, asked(field, happening), happening, said.get("from"), said.get("to"));
                    }
                });
            }
            if (details.get("from") instanceof String from && details.get("to") instanceof String to) {
                add(byField, STATE, happening, from, to);
            }
            if (details.get(DUE_ON) instanceof String day) {
                add(byField, DUE_ON, happening, details.getOrDefault("dueOnBefore", last(byField, DUE_ON)), day);
            }
            if (happening.action().equals(TaskAction.RENEW.name())) {
                reported.replaceAll((unit, progress) -> "0");
            } else if (details.get(PROGRESS) instanceof Number progress) {
                String unit = happening.byUnit() == null ? happening.by() : happening.byUnit();
                add(byField, PROGRESS, happening, reported.put(unit, progress.toString()), progress);
            }
        }
        return byField.entrySet().stream()
                .map(field -> new FieldHistory(field.getKey(), field.getValue().reversed()))
                .sorted((one, other) -> other.changes.getFirst().at.compareTo(one.changes.getFirst().at))
                .toList();
    }

    private static String asked(String field, TaskHappening happening) {
        return happening.action().equals(TaskAction.PROPOSE_MILESTONES.name()) ? "proposedMilestones" : field;
    }

    private static @Nullable String last(Map<String, List<FieldStep>> byField, String field) {
        List<FieldStep> steps = byField.get(field);
        return steps == null ? null : steps.getLast().to;
    }

    private static void add(
            Map<String, List<FieldStep>> byField,
            String field,
            TaskHappening happening,
            @Nullable Object from,
            @Nullable Object to) {
        byField.computeIfAbsent(field, any -> new ArrayList<>())
                .add(new FieldStep(
                        happening.at(),
                        happening.by(),
                        happening.byUnit(),
                        from == null ? null : from.toString(),
                        to == null ? null : to.toString(),
                        happening.action(),
                        happening.words()));
    }
}
