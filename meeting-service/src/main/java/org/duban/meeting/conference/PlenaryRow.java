package org.duban.meeting.conference;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.meeting.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * How a mechanism stands with its plenary of one year (behaviours.md D4).
 *
 * @param countyId null for the city
 * @param mechanismId null, with all that follows from it, where the county has no mechanism
 * @param office the convener's office
 * @param meetingId the plenary that was held, or else the next one planned
 */
public record PlenaryRow(
        @Nullable UUID countyId,
        @Nullable String countyName,
        @Nullable UUID mechanismId,
        @Nullable String mechanismName,
        @Nullable UnitRef office,
        Standing standing,
        @Nullable UUID meetingId,
        @Nullable OffsetDateTime startsAt) {

    public enum Standing {
        /** 已召开 */
        HELD,
        /** 已安排 */
        PLANNED,
        /** 尚未安排 */
        MISSING,
        /** 尚未建立机制 */
        NO_MECHANISM
    }

    /** @param state of the year's plenary; null where there is none */
    static Standing standing(boolean mechanism, Meeting.@Nullable State state) {
        if (!mechanism) {
            return Standing.NO_MECHANISM;
        }
        if (state == null) {
            return Standing.MISSING;
        }
        return switch (state) {
            case HELD, MINUTES_ISSUED -> Standing.HELD;
            case CONVENED -> Standing.PLANNED;
            // A request is no plan, and what was cancelled is none any more.
            case REQUESTED, CANCELLED -> Standing.MISSING;
        };
    }

    /** Whether its office is to be reminded: in the last quarter of the year. */
    boolean owedOn(LocalDate today) {
        return standing == Standing.MISSING && today.getMonthValue() >= 10;
    }
}
