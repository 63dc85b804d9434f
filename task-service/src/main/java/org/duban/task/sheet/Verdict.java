package org.duban.task.sheet;

import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.TaskContent;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param row as the sheet counts
 * @param taskId the task it was recognised as; null for a new one
 * @param planId the plan it goes to; null for the one that the import opens
 * @param ordinal its place in the plan; 0 where it has none yet
 * @param title as the row or the ledger has it, for whoever looks for it
 * @param content what the task asks of whom afterwards; null where the row is in error or no task
 * @param progress 0 to 100, for a new task
 * @param closed a new task that its old ledger has as 销号
 */
record Verdict(
        int row,
        Kind kind,
        @Nullable UUID taskId,
        @Nullable UUID planId,
        int ordinal,
        String title,
        @Nullable TaskContent content,
        int progress,
        boolean closed,
        List<Change> changes,
        List<Note> notes) {

    enum Kind {
        CREATE,
        UPDATE,
        UNCHANGED,
        ERROR,
        SKIPPED
    }

    /** @param from as the ledger words it; null where it has nothing */
    record Change(
            SheetField field,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * @param error false for what only should be looked at
     * @param field null where it is about the whole row
     * @param name the unit name it is about
     * @param candidates units that may be meant
     */
    record Note(
            boolean error,
            @Nullable SheetField field,
            String words,
            @Nullable String name,
            List<UnitRef> candidates) {

        static Note error(@Nullable SheetField field, String words) {
            return new Note(true, field, words, null, List.of());
        }

        static Note warning(@Nullable SheetField field, String words) {
            return new Note(false, field, words, null, List.of());
        }
    }

    static Verdict skipped(LedgerRows.Skipped row) {
        return new Verdict(
                row.number(),
                Kind.SKIPPED,
                null,
                null,
                0,
                row.words(),
                null,
                0,
                false,
                List.of(),
                List.of(Note.warning(null, row.why())));
    }

    Verdict at(int ordinal) {
        return new Verdict(row, kind, taskId, planId, ordinal, title, content, progress, closed, changes, notes);
    }
}
