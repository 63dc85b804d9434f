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
 * @param part the part that {@code unit} has in the task
 * @param dueBefore tasks whose last day is earlier
 * @param words found anywhere in title or text, two characters suffice (behaviours.md P3)
 */
public record TaskFilter(
        @Nullable UUID plan,
        @Nullable UUID unit,
        @Nullable UUID county,
        List<Light> lights,
        List<TaskState> states,
        TaskEvent.@Nullable Part part,
        @Nullable LocalDate dueBefore,
        @Nullable String words) {

    public static final TaskFilter ALL = new TaskFilter(null, null, null, List.of(), List.of(), null, null, null);

    public TaskFilter {
        words = words == null || words.isBlank() ? null : words.strip();
    }
}
