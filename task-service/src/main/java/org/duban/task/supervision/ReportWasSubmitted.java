package org.duban.task.supervision;

import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.Period;
import org.duban.task.supervision.Content.IndicatorValue;
import org.jspecify.annotations.Nullable;

/**
 * Told inside the transaction in which a unit hands in a report that says what an indicator has reached.
 *
 * @param county the unit's; null for the city's own
 */
public record ReportWasSubmitted(
        UUID report,
        UUID task,
        UUID unit,
        @Nullable UUID county,
        Period period,
        List<IndicatorValue> indicators,
        Caller by) {}
