package org.duban.task.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param id of the task, the task that a resolution became, or the report
 * @param title of the task
 * @param units its lead units; of a report the one that wrote it
 * @param dueOn of the task; null for a report
 * @param state of the task; null for a report
 * @param period of the report, as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}; null for a task
 * @param field where the words stand
 */
public record SearchHit(
        Kind kind,
        UUID id,
        UUID taskId,
        String title,
        UUID planId,
        String planTitle,
        List<UnitRef> units,
        @Nullable LocalDate dueOn,
        @Nullable TaskState state,
        @Nullable String period,
        Field field,
        Snippet snippet) {

    public enum Kind {
        /** A task of a plan or of a ledger. */
        TASK,
        /** 议定事项 of a meeting's minutes, which the ledger follows as a task. */
        RESOLUTION,
        /** What a unit reported. */
        REPORT
    }

    public enum Field {
        TITLE,
        TEXT,
        DONE,
        PROBLEMS,
        NEXT
    }
}
