package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
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
 * @param watcher account of who watches the tasks that are asked for
 * @param issuer the county whose own plans are asked for
 * @param pieces pieces of tasks beside the tasks that they are of; where a unit is asked for, its own are there anyway
 * @param shares what {@code county}, or else any, bears of plans ({@link Shares}), pieces or not
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
        @Nullable String watcher,
        @Nullable UUID issuer,
        @Nullable String words,
        boolean pieces,
        boolean shares) {

    public static final TaskFilter ALL = new TaskFilter(
            null, null, null, List.of(), List.of(), List.of(), null, null, null, false, false, false, null, null, null,
            false, false);

    public TaskFilter {
        words = words == null || words.isBlank() ? null : words.strip();
    }

    public TaskFilter ofUnit(@Nullable UUID unit) {
        return with(change -> change.unit = unit);
    }

    public TaskFilter lit(Light light) {
        return with(change -> change.lights = List.of(light));
    }

    public TaskFilter in(List<TaskState> states) {
        return with(change -> change.states = states);
    }

    public TaskFilter dueBetween(LocalDate from, LocalDate before) {
        return with(change -> {
            change.dueFrom = from;
            change.dueBefore = before;
        });
    }

    /** @param issuer null for the city, which decides on every plan */
    public TaskFilter issuedBy(@Nullable UUID issuer) {
        return with(change -> change.issuer = issuer);
    }

    public TaskFilter awaitingAcknowledgement() {
        return with(change -> change.toAcknowledge = true);
    }

    public TaskFilter withExtensionAsked() {
        return with(change -> change.extensionAsked = true);
    }

    private TaskFilter with(Consumer<Change> what) {
        Change change = new Change(this);
        what.accept(change);
        return change.filter();
    }

    /** What may be asked for otherwise than in the filter before. */
    private static final class Change {
        private final TaskFilter before;
        private @Nullable UUID unit;
        private List<Light> lights;
        private List<TaskState> states;
        private @Nullable LocalDate dueFrom;
        private @Nullable LocalDate dueBefore;
        private boolean toAcknowledge;
        private boolean extensionAsked;
        private @Nullable UUID issuer;

        private Change(TaskFilter before) {
            this.before = before;
            unit = before.unit;
            lights = before.lights;
            states = before.states;
            dueFrom = before.dueFrom;
            dueBefore = before.dueBefore;
            toAcknowledge = before.toAcknowledge;
            extensionAsked = before.extensionAsked;
            issuer = before.issuer;
        }

        private TaskFilter filter() {
            return new TaskFilter(
                    before.plan,
                    unit,
                    before.county,
                    lights,
                    states,
                    before.kinds,
                    before.part,
                    dueFrom,
                    dueBefore,
                    toAcknowledge,
                    extensionAsked,
                    before.still,
                    before.watcher,
                    issuer,
                    before.words,
                    before.pieces,
                    before.shares);
        }
    }
}
