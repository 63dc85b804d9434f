package org.duban.task.contract;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskTopic#NAME} tells of indicators (behaviours.md B5): keyed by indicator. */
public sealed interface IndicatorEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends IndicatorEvent>> TYPES =
            Map.ofEntries(entry("duban.task.indicator-measured.v1", IndicatorMeasured.class));

    UUID indicatorId();

    @Override
    default String key() {
        return indicatorId().toString();
    }

    /**
     * A unit said what it has reached at the end of a period, for the first time or as a correction.
     *
     * @param version of the value: grows by one with each correction
     * @param unitCountyId the unit's county; null for the city's own units
     * @param issuerCountyId the county whose indicator it is; null for the city's
     * @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026}
     * @param measure %, 项, 张
     * @param before what stood there before; null for the first value of the period
     * @param target what is to be reached, in words: 不低于85%
     * @param reached whether this value reaches it
     * @param reachedBefore whether the unit's value before this one did; null where it is the unit's first
     */
    record IndicatorMeasured(
            UUID indicatorId,
            long version,
            String name,
            UUID unitId,
            @Nullable UUID unitCountyId,
            @Nullable UUID issuerCountyId,
            String period,
            BigDecimal value,
            String measure,
            @Nullable BigDecimal before,
            String target,
            boolean reached,
            @Nullable Boolean reachedBefore)
            implements IndicatorEvent {}
}
