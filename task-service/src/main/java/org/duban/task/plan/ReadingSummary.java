package org.duban.task.plan;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of readings.
 *
 * @param state OPEN, ADOPTED or DISCARDED
 * @param openFindings how many findings still need a person
 */
public record ReadingSummary(
        UUID id,
        String fileName,
        String state,
        long version,
        OffsetDateTime createdAt,
        String createdBy,
        @Nullable UUID countyId,
        @Nullable UUID planId,
        String title,
        int tasks,
        int openFindings) {}
