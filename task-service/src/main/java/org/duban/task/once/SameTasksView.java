package org.duban.task.once;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What is the same as a task.
 *
 * @param same tasks of other plans that are the same, as a person said
 * @param likely tasks that look like it; only for who may say so
 * @param mayDecide whether the caller may say so
 */
public record SameTasksView(List<TaskSide> same, List<LikelySame> likely, boolean mayDecide) {

    public record TaskSide(
            UUID id,
            int ordinal,
            String title,
            UUID planId,
            String planTitle,
            @Nullable LocalDate dueOn) {}

    /**
     * @param likeness of the words, from 0 to 1
     * @param leads units that lead both, and so report twice
     */
    public record LikelySame(TaskSide task, double likeness, List<UnitRef> leads) {}

    /** @param leads units that lead both, and so report twice */
    public record SamePair(TaskSide one, TaskSide other, double likeness, List<UnitRef> leads) {}
}
