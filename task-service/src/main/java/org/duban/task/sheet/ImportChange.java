package org.duban.task.sheet;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's choice of how a sheet is read. Null: not touched.
 *
 * @param sheet from 0; another sheet is looked at anew
 * @param headerRow a row of headings, as the sheet counts; the columns are proposed anew
 * @param columns by column from 0; a column that is null is not imported
 * @param target where rows go that name no plan
 * @param county whose new plan it is
 */
public record ImportChange(
        @Nullable Integer sheet,
        @Nullable Integer headerRow,
        @Nullable Map<Integer, @Nullable SheetField> columns,
        @Nullable Target target,
        @Nullable County county) {

    /** Either a plan of the ledger, or the title and report day of a new one. */
    public record Target(
            @Nullable UUID planId,
            @Nullable String title,
            @Nullable Integer reportDay) {}

    /** @param id null for the city */
    public record County(@Nullable UUID id) {}
}
