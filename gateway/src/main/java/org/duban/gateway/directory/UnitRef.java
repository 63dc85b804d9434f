package org.duban.gateway.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param name full name
 * @param countyId null for the city's own units
 */
public record UnitRef(
        UUID id,
        String name,
        String shortName,
        @Nullable UUID countyId,
        @Nullable String countyName) {}
