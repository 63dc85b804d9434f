package org.duban.task.ledger.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.contract.TaskEvent;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.TaskKind;
import org.duban.task.ledger.TaskState;
import org.duban.task.light.Light;
import org.duban.task.web.UnitParameter;
import org.jspecify.annotations.Nullable;

/** The filter of the ledger as an address words it. */
public final class TaskQuery {
    private TaskQuery() {}

    /** @throws BadRequest that names the parameter */
    public static TaskFilter filter(
            @Nullable UUID plan,
            @Nullable String unit,
            @Nullable UUID county,
            @Nullable String light,
            @Nullable String state,
            @Nullable String kind,
            @Nullable String part,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueBefore,
            boolean toAcknowledge,
            boolean extensionAsked,
            boolean still,
            boolean ownPlans,
            @Nullable String words,
            Caller caller) {
        List<TaskEvent.Part> parts = words(TaskEvent.Part.class, part, "part");
        return new TaskFilter(
                plan,
                UnitParameter.of(unit, caller),
                county,
                words(Light.class, light, "light"),
                words(TaskState.class, state, "state"),
                words(TaskKind.class, kind, "kind"),
                parts.isEmpty() ? null : parts.getFirst(),
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                ownPlans ? caller.county() : null,
                words);
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, @Nullable String text, String parameter) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(","))
                    .map(word -> Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT)))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw new BadRequest(parameter, "没有这样的取值：" + text);
        }
    }
}
