package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A report that a unit owes or has handed in. What only some events tell is null until one of them has arrived. */
record Obligation(
        UUID reportId,
        long version,
        State state,
        UUID roundId,
        UUID taskId,
        UUID unitId,
        @Nullable UUID countyId,
        String period,
        @Nullable String taskTitle,
        @Nullable String planTitle,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate submittedOn) {

    enum State {
        OWED,
        SUBMITTED,
        ACCEPTED,
        /** Awaited no more. */
        WAIVED
    }
}
