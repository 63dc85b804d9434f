package org.duban.task.directory;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the page shows it.
 *
 * @param name full name, as 安岳县卫生健康局
 * @param shortName as plans write it, as 县卫生健康局
 * @param countyId null for the city's own units
 */
public record UnitRef(
        UUID id,
        String name,
        String shortName,
        @Nullable UUID countyId,
        @Nullable String countyName) {

    /**
     * A county's own unit by its short name in the county's plans, by its full name elsewhere, where other counties have one of the
     * same short name.
     *
     * @param countyOfPlan null for the city's plans
     */
    public String nameIn(@Nullable UUID countyOfPlan) {
        return countyId == null || Objects.equals(countyId, countyOfPlan) ? shortName : name;
    }

    /** In place of a unit that the directory does not know, or not yet. */
    public static UnitRef unknown(UUID id) {
        return new UnitRef(id, "未登记单位", "未登记单位", null, null);
    }
}
