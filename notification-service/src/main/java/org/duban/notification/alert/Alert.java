package org.duban.notification.alert;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.notification.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * An alert as one reader sees it.
 *
 * @param day business day on which it was said
 * @param readAt null while this reader has not read it
 * @param withdrawnAt set once what it asks for has been done; it then counts as unread no more
 * @param unit the unit told; for supervisors, the unit it is about
 */
public record Alert(
        UUID id,
        AlertKind kind,
        String title,
        String body,
        LocalDate day,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime readAt,
        @Nullable OffsetDateTime withdrawnAt,
        Link link,
        @Nullable UnitRef unit) {}
