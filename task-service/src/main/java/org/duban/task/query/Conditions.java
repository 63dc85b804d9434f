package org.duban.task.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.kit.security.Sight;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.jspecify.annotations.Nullable;

/** A where-clause as it grows with what was asked, so that the planner sees only the conditions there are. */
public final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    public Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    public Conditions and(String condition, String name, Object value) {
        params.put(name, value);
        return and(condition);
    }

    /** Adds the condition only where there is a value. */
    public Conditions given(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition, name, value);
    }

    /** @param row alias of a row with {@code unit_id} and {@code county_id} (behaviours.md P21) */
    public Conditions seenBy(Sight sight, String row) {
        return switch (sight) {
            case Sight.Everything() -> this;
            case Sight.OfCounty(var county) -> and(row + ".county_id = :sightCounty", "sightCounty", county);
            case Sight.OfUnit(var unit) -> and(row + ".unit_id = :sightUnit", "sightUnit", unit);
        };
    }

    /**
     * A month stands for all that counts in it, weeks and quarters too; any other period for itself.
     *
     * @param row alias of a report or a round
     */
    public Conditions ofPeriod(Period period, String row) {
        if (period.cadence() != Cadence.MONTHLY) {
            return and(row + ".period = :period", "period", period.first())
                    .and(
                            row + ".cadence = :cadence",
                            "cadence",
                            period.cadence().name());
        }
        // What counts in a month began at most two months before, and a week of it at most six days: so few partitions
        // are read.
        return and(row + ".month = :month", "month", period.first())
                .and(row + ".period >= :began", "began", period.plus(-2).first())
                .and(row + ".period <= :ended", "ended", period.last());
    }

    public String where() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    public Map<String, Object> params() {
        return params;
    }
}
