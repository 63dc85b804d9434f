package org.duban.task.comment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a reader sees it.
 *
 * @param report the report it is about; null where it is about the task
 * @param author name of who wrote it
 * @param authorUnit name of their unit; null for who is of none
 * @param words null once withdrawn; nothing is told then of whom it mentioned
 * @param units mentioned
 * @param supervisors whether those who supervise the task are mentioned
 * @param mine whether the reader wrote it
 * @param withdrawable whether the reader may still take it back
 */
public record CommentView(
        UUID id,
        UUID taskId,
        @Nullable CommentedReport report,
        String author,
        @Nullable String authorUnit,
        @Nullable String words,
        List<UnitRef> units,
        boolean supervisors,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime withdrawnAt,
        boolean mine,
        boolean withdrawable) {

    /**
     * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47}
     * @param readable whether the reader may open it
     */
    public record CommentedReport(UUID id, UnitRef unit, String period, boolean readable) {}
}
