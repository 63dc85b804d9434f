package org.duban.task.county;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.ledger.TaskRow;
import org.jspecify.annotations.Nullable;

/**
 * 一县一特色 of one plan (behaviours.md D6).
 *
 * @param dueOn until when counties are to name them; null where the plan asks for none
 * @param least how many each county has to name
 * @param version 0 where the plan asks for none
 * @param counties those that the caller sees, by name
 * @param mayCall whether the caller may ask for them, or ask otherwise
 * @param mayName the counties for which the caller may name an item
 */
public record FeatureBoard(
        UUID planId,
        String planTitle,
        @Nullable LocalDate dueOn,
        int least,
        long version,
        List<CountyFeatures> counties,
        boolean mayCall,
        List<UUID> mayName) {

    /**
     * @param items those that the caller may see
     * @param lacking how many are still to be named
     */
    public record CountyFeatures(UUID county, String name, List<TaskRow> items, int lacking) {}
}
