package org.duban.task.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.BadRequest;
import org.duban.task.contract.TaskEvent;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.ledger.TaskKind;
import org.duban.task.ledger.TaskState;
import org.duban.task.light.Light;
import org.duban.task.web.Choices;
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
            boolean watched,
            boolean ownPlans,
            @Nullable String words,
            boolean pieces,
            boolean shares,
            Caller caller) {
        List<TaskEvent.Part> parts = Choices.of(TaskEvent.Part.class, part, "part");
        return new TaskFilter(
                plan,
                UnitParameter.of(unit, caller),
                county,
                Choices.of(Light.class, light, "light"),
                Choices.of(TaskState.class, state, "state"),
                Choices.of(TaskKind.class, kind, "kind"),
                parts.isEmpty() ? null : parts.getFirst(),
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                watched ? caller.subject() : null,
                ownPlans ? caller.county() : null,
                words,
                pieces,
                shares);
    }
}
