package org.duban.task.sheet;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A sheet under review.
 *
 * @param state OPEN, ADOPTED or DISCARDED
 * @param sheet the sheet that is read, from 0
 * @param headerRow the first row of headings, as the sheet counts; null where none was found
 * @param headerRows how many there are
 * @param fields everything that a column may hold
 * @param units names that are no unit yet, or may be more than one
 * @param outcome what its adoption did; null before
 */
public record ImportView(
        UUID id,
        String fileName,
        String state,
        long version,
        OffsetDateTime createdAt,
        String createdBy,
        @Nullable UUID countyId,
        @Nullable String countyName,
        List<SheetView> sheets,
        int sheet,
        @Nullable Integer headerRow,
        int headerRows,
        List<ColumnView> columns,
        List<FieldView> fields,
        TargetView target,
        CountsView counts,
        List<NamedView> units,
        @Nullable ImportOutcome outcome) {

    /** @param rows those that hold anything */
    public record SheetView(int index, String name, int rows) {}

    /**
     * @param index from 0
     * @param letter as the sheet calls it: A, AB
     * @param samples what the first rows below the headings show
     * @param field null where the column is not imported
     */
    public record ColumnView(
            int index,
            String letter,
            String heading,
            boolean hidden,
            List<String> samples,
            @Nullable SheetField field) {}

    public record FieldView(SheetField field, String words) {}

    /** @param planId null for a new plan */
    public record TargetView(@Nullable UUID planId, String title, int reportDay) {}

    /** @param warnings rows that come in but should be looked at */
    public record CountsView(int create, int update, int unchanged, int error, int skipped, int warnings) {}

    /** @param rows in how many rows the name stands */
    public record NamedView(String name, List<UnitRef> candidates, int rows) {}
}
