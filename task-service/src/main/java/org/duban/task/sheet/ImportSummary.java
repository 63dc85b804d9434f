package org.duban.task.sheet;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of imports.
 *
 * @param state OPEN, ADOPTED or DISCARDED
 * @param outcome null until it is adopted
 */
public record ImportSummary(
        UUID id,
        String fileName,
        String state,
        @Nullable UUID countyId,
        @Nullable ImportOutcome outcome,
        OffsetDateTime createdAt,
        String createdBy,
        long version) {}
