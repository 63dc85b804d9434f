package org.duban.task.county;

import java.util.Map;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * How a county stands in a plan, over all its shares.
 *
 * @param office the unit that answers for the county; null where the directory names none
 * @param progress 0 to 100: the average of its shares; null where it has none
 * @param lights how many of its shares stand under each light
 */
public record CountyStanding(
        UUID county,
        String name,
        @Nullable UnitRef office,
        int tasks,
        int closed,
        @Nullable Integer progress,
        Map<Light, Integer> lights) {}
