package org.duban.task.sheet;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.sheet.xlsx.Grid;
import org.jspecify.annotations.Nullable;

/**
 * A sheet under review.
 *
 * @param countyId the county whose plans it is about; null for the city's
 * @param outcome what its adoption did; null before
 */
record LedgerImport(
        UUID id,
        String fileName,
        State state,
        @Nullable UUID countyId,
        List<Grid> sheets,
        Choice choice,
        @Nullable ImportOutcome outcome,
        OffsetDateTime createdAt,
        String createdBy,
        long version) {

    enum State {
        OPEN,
        ADOPTED,
        DISCARDED
    }

    Grid grid() {
        return sheets.get(choice.layout().sheet());
    }

    LedgerImport chosen(Choice choice, @Nullable UUID countyId) {
        requireOpen();
        return new LedgerImport(
                id, fileName, state, countyId, sheets, choice, outcome, createdAt, createdBy, version + 1);
    }

    LedgerImport adopted(ImportOutcome outcome) {
        requireOpen();
        return new LedgerImport(
                id, fileName, State.ADOPTED, countyId, sheets, choice, outcome, createdAt, createdBy, version + 1);
    }

    LedgerImport discarded() {
        requireOpen();
        return new LedgerImport(
                id, fileName, State.DISCARDED, countyId, sheets, choice, outcome, createdAt, createdBy, version + 1);
    }

    void requireOpen() {
        switch (state) {
            case OPEN -> {}
            case ADOPTED -> throw SheetRefused.alreadyAdopted();
            case DISCARDED -> throw SheetRefused.discarded();
        }
    }
}
