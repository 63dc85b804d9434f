package org.duban.task.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param row as the sheet counts
 * @param state CREATE, UPDATE, UNCHANGED, ERROR or SKIPPED
 * @param ordinal its place in the plan; null where it has none
 * @param leads as they would stand; empty where the row is in error
 * @param changes what is different from the ledger, for UPDATE
 */
public record RowView(
        int row,
        String state,
        @Nullable UUID taskId,
        @Nullable Integer ordinal,
        String title,
        @Nullable String text,
        List<String> leads,
        List<String> cooperators,
        @Nullable LocalDate dueOn,
        boolean standing,
        List<String> indicators,
        @Nullable String number,
        @Nullable String remark,
        int progress,
        boolean closed,
        List<ChangeView> changes,
        List<NoteView> notes) {

    /** @param words the field in Chinese */
    public record ChangeView(
            SheetField field,
            String words,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * @param error false for what only should be looked at
     * @param name the unit name it is about
     */
    public record NoteView(
            boolean error,
            @Nullable SheetField field,
            String words,
            @Nullable String name,
            List<UnitRef> candidates) {}
}
