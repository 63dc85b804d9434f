package org.duban.journeys.recount;

import java.util.Objects;
import java.util.UUID;
import org.duban.journeys.recount.Fact.Lead;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures; what is null narrows nothing.
 *
 * @param place a county's units, or the city's own
 */
public record Scope(
        @Nullable UUID plan, @Nullable UUID unit, @Nullable Place place) {

    /** @param county null for the city's own units */
    public record Place(@Nullable UUID county) {}

    public static final Scope EVERYTHING = new Scope(null, null, null);

    public static Scope ofPlan(@Nullable UUID plan) {
        return new Scope(plan, null, null);
    }

    public Scope ofUnit(UUID unit) {
        return new Scope(plan, unit, place);
    }

    public Scope ofPlace(Place place) {
        return new Scope(plan, unit, place);
    }

    boolean holds(UUID plan) {
        return this.plan == null || this.plan.equals(plan);
    }

    boolean holds(Lead lead) {
        return (unit == null || unit.equals(lead.unit()))
                && (place == null || Objects.equals(place.county, lead.county()));
    }
}
