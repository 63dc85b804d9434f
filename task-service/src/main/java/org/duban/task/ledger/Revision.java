package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/** What is different about a task, in the words of its history (behaviours.md P13). */
final class Revision {
    private Revision() {}

    static List<FieldChange> changes(TaskContent was, TaskContent is, Map<UUID, UnitRef> known) {
        List<FieldChange> changes = new ArrayList<>();
        add(changes, "title", was.title(), is.title());
        add(changes, "text", was.body(), is.body());
        add(changes, "dueOn", day(was.dueOn()), day(is.dueOn()));
        add(changes, "kind", kind(was), kind(is));
        add(changes, "indicators", indicators(was), indicators(is));
        add(changes, "leads", names(was.leads(), known), names(is.leads(), known));
        add(changes, "cooperators", names(was.cooperators(), known), names(is.cooperators(), known));
        add(changes, "number", was.number(), is.number());
        add(changes, "remark", was.remark(), is.remark());
        return changes;
    }

    private static void add(List<FieldChange> changes, String field, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(field, from, to));
        }
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String kind(TaskContent task) {
        return switch (task.kind()) {
            case ONE_OFF -> "一次性";
            case STANDING -> "常态化";
            case INDICATOR -> "指标类";
            case PERIODIC -> task.repeats() == null ? "周期性" : "周期性（%s）".formatted(words(task.repeats()));
        };
    }

    private static String words(Repeat repeats) {
        return switch (repeats) {
            case QUARTER -> "每季度";
            case HALF_YEAR -> "每半年";
            case YEAR -> "每年";
        };
    }

    private static @Nullable String indicators(TaskContent task) {
        return task.indicators().isEmpty()
                ? null
                : task.indicators().stream().map(Indicator::text).collect(Collectors.joining("；"));
    }

    private static @Nullable String names(List<UUID> units, Map<UUID, UnitRef> known) {
        return units.isEmpty()
                ? null
                : units.stream()
                        .map(unit -> {
                            UnitRef ref = known.get(unit);
                            return ref == null ? unit.toString() : ref.shortName();
                        })
                        .collect(Collectors.joining("、"));
    }

    static TaskChanged told(Plan plan, Task before, Task after, LocalDate acknowledgeBy, List<FieldChange> changes) {
        return new TaskChanged(
                after.id(),
                after.version(),
                plan.id(),
                plan.title(),
                after.ordinal(),
                after.title(),
                after.dueOn(),
                acknowledgeBy,
                after.parts().stream()
                        .map(part -> new Assignee(part.unitId(), part.part(), part.countyId()))
                        .toList(),
                unitsOnlyIn(after, before),
                unitsOnlyIn(before, after),
                changes);
    }

    private static List<UUID> unitsOnlyIn(Task one, Task other) {
        return one.parts().stream()
                .map(Part::unitId)
                .filter(unit -> other.partOf(unit).isEmpty())
                .toList();
    }
}
