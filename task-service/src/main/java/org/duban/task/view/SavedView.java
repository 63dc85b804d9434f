package org.duban.task.view;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the ledger under a name, with the columns and the grouping that belong to it.
 *
 * @param owner subject of whoever keeps it
 * @param county of the owner; null for the city
 * @param unit of the owner; null for staff
 * @param filter parameters of {@code GET /api/tasks}
 * @param columns keys of columns in their order; empty for the usual ones
 * @param grouping one of {@code GET /api/tasks/groups}; null for none
 */
record SavedView(
        UUID id,
        long version,
        String owner,
        String ownerName,
        @Nullable UUID county,
        @Nullable UUID unit,
        Audience audience,
        String name,
        Map<String, String> filter,
        List<String> columns,
        @Nullable String grouping,
        OffsetDateTime updatedAt) {

    /** What its owner says of it. */
    record Words(
            String name,
            Audience audience,
            Map<String, String> filter,
            List<String> columns,
            @Nullable String grouping) {}

    static SavedView of(UUID id, Words words, Caller by, OffsetDateTime now) {
        return new SavedView(
                        id,
                        0,
                        by.subject(),
                        by.name(),
                        by.county(),
                        by.staff() ? null : by.unit(),
                        words.audience(),
                        words.name(),
                        words.filter(),
                        words.columns(),
                        words.grouping(),
                        now)
                .allowedTo(by);
    }

    /** @throws ViewRefused where it is not the caller's, or to be shared further than the caller may */
    SavedView with(Words words, Caller by, OffsetDateTime now) {
        requireOwner(by);
        return new SavedView(
                        id,
                        version + 1,
                        owner,
                        by.name(),
                        county,
                        unit,
                        words.audience(),
                        words.name(),
                        words.filter(),
                        words.columns(),
                        words.grouping(),
                        now)
                .allowedTo(by);
    }

    void requireOwner(Caller by) {
        if (!owner.equals(by.subject())) {
            throw ViewRefused.notYours();
        }
    }

    private SavedView allowedTo(Caller by) {
        if (audience == Audience.EVERYONE && !by.has("SUPERVISOR")) {
            throw ViewRefused.notForEveryone();
        }
        return this;
    }
}
