package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger is asked for; what is null or empty does not narrow it.
 *
 * @param part the part that {@code unit} has in the task; without a unit, one of {@code county}'s
 * @param dueFrom tasks whose last day is this one or later
 * @param dueBefore tasks whose last day is earlier
 * @param toAcknowledge open tasks that {@code unit}, or else any unit within sight, has not acknowledged
 * @param extensionAsked tasks on which a request for a later day waits for a decision
 * @param still tasks whose progress has not moved for long and whose light does not say so yet (behaviours.md X5)
 * @param issuer the county whose own plans are asked for
 * @param words found anywhere in title or text, two characters suffice (behaviours.md P3)
 */
public record TaskFilter(
        @Nullable UUID plan,
        @Nullable UUID unit,
        @Nullable UUID county,
        List<Light> lights,
        List<TaskState> states,
        List<TaskKind> kinds,
        TaskEvent.@Nullable Part part,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        boolean toAcknowledge,
        boolean extensionAsked,
        boolean still,
        @Nullable UUID issuer,
        @Nullable String words) {

    public static final TaskFilter ALL = new TaskFilter(
            null, null, null, List.of(), List.of(), List.of(), null, null, null, false, false, false, null, null);

    public TaskFilter ofUnit(@Nullable UUID unit) {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                issuer,
                words);
    }

    public TaskFilter lit(Light light) {
        return new TaskFilter(
                plan,
                unit,
                county,
                List.of(light),
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                issuer,
                words);
    }

    public TaskFilter in(List<TaskState> states) {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                issuer,
                words);
    }

    public TaskFilter dueBetween(LocalDate from, LocalDate before) {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                from,
                before,
                toAcknowledge,
                extensionAsked,
                still,
                issuer,
                words);
    }

    /** @param issuer null for the city, which decides on every plan */
    public TaskFilter issuedBy(@Nullable UUID issuer) {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                extensionAsked,
                still,
                issuer,
                words);
    }

    public TaskFilter awaitingAcknowledgement() {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                true,
                extensionAsked,
                still,
                issuer,
                words);
    }

    public TaskFilter withExtensionAsked() {
        return new TaskFilter(
                plan,
                unit,
                county,
                lights,
                states,
                kinds,
                part,
                dueFrom,
                dueBefore,
                toAcknowledge,
                true,
                still,
                issuer,
                words);
    }

    public TaskFilter {
        words = words == null || words.isBlank() ? null : words.strip();
    }
}
