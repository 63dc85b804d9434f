package org.duban.task.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One unit of the directory, as far as tasks need it. */
public record KnownUnit(
        UUID id,
        String name,
        String shortName,
        List<String> aliases,
        String level,
        @Nullable UUID countyId,
        @Nullable String countyName,
        boolean retired,
        long version) {

    public UnitRef ref() {
        return new UnitRef(id, name, shortName, countyId, countyName);
    }
}
