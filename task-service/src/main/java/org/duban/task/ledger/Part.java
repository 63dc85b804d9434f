package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;

/**
 * One unit's share in a task.
 *
 * @param countyId the unit's county; null for the city's own units
 * @param acknowledgeBy last day for its acknowledgement
 * @param progress 0 to 100, as last reported
 */
record Part(
        UUID unitId,
        TaskEvent.Part part,
        @Nullable UUID countyId,
        LocalDate acknowledgeBy,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable String acknowledgedBy,
        int progress) {

    Part as(TaskEvent.Part part) {
        return new Part(unitId, part, countyId, acknowledgeBy, acknowledgedAt, acknowledgedBy, progress);
    }

    boolean leads() {
        return part == TaskEvent.Part.LEAD;
    }

    boolean acknowledged() {
        return acknowledgedAt != null;
    }

    Part acknowledged(String by, OffsetDateTime at) {
        return new Part(unitId, part, countyId, acknowledgeBy, at, by, progress);
    }

    Part reported(int progress) {
        return new Part(unitId, part, countyId, acknowledgeBy, acknowledgedAt, acknowledgedBy, progress);
    }
}
