package org.duban.notification.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as others show it. */
public record UnitRef(
        UUID id,
        String name,
        String shortName,
        @Nullable UUID countyId,
        @Nullable String countyName) {}
