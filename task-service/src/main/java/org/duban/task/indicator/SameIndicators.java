package org.duban.task.indicator;

import java.util.List;
import java.util.UUID;

/**
 * Two that look the same: same measure, same target, names alike (behaviours.md D7, X8).
 *
 * @param likeness of the names, 0 to 1
 */
public record SameIndicators(SameIndicator one, SameIndicator other, double likeness) {

    /** @param plans titles of the plans that state it */
    public record SameIndicator(UUID id, long version, String name, String target, List<String> plans) {}
}
