package org.duban.task.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved view as its readers see it.
 *
 * @param mine whether the reader keeps it and may change it
 */
public record LedgerView(
        UUID id,
        long version,
        String name,
        Audience audience,
        boolean mine,
        String ownerName,
        Map<String, String> filter,
        List<String> columns,
        @Nullable String grouping,
        OffsetDateTime updatedAt) {}
