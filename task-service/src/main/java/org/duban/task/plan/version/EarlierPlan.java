package org.duban.task.plan.version;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan of which a reading is the newer version.
 *
 * @param reason by what it was recognised
 * @param decided whether a person said so
 */
public record EarlierPlan(
        UUID planId,
        String title,
        @Nullable String documentNumber,
        OffsetDateTime adoptedAt,
        String reason,
        boolean decided) {}
