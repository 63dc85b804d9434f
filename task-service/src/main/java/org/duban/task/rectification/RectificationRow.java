package org.duban.task.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is listed.
 *
 * @param title the problem in one line
 * @param deadline the day that counts now: for the plan while there is none, for putting it right until it is inspected again,
 *     for the check afterwards once it is closed; null where nothing is waited for
 * @param overdue the day that counts has passed
 * @param lightReason why, in words
 */
public record RectificationRow(
        UUID id,
        long version,
        RectificationSource source,
        RectificationState state,
        String title,
        String problem,
        @Nullable String place,
        LocalDate foundOn,
        UnitRef unit,
        List<UnitRef> cooperators,
        @Nullable UUID countyId,
        @Nullable String countyName,
        LocalDate planBy,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate deadline,
        boolean overdue,
        Light light,
        String lightReason,
        @Nullable LocalDate closedOn,
        @Nullable Boolean onTime,
        @Nullable LocalDate followUpOn,
        @Nullable UUID recurredFrom,
        @Nullable UUID recurredAs) {

    RectificationRow with(List<UnitRef> helping) {
        return new RectificationRow(
                id,
                version,
                source,
                state,
                title,
                problem,
                place,
                foundOn,
                unit,
                helping,
                countyId,
                countyName,
                planBy,
                dueOn,
                deadline,
                overdue,
                light,
                lightReason,
                closedOn,
                onTime,
                followUpOn,
                recurredFrom,
                recurredAs);
    }
}
