package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is measured because a plan wants it to reach a target. Each decision gives it as it is afterwards.
 *
 * @param target what is to be reached in the end
 * @param dueOn by which day; null where nobody said
 * @param yearly what is to be reached by the end of a year on the way
 * @param countyId whose it is; null for the city's
 */
record Indicator(
        UUID id,
        long version,
        String name,
        Target target,
        @Nullable LocalDate dueOn,
        SortedMap<Integer, Target> yearly,
        Cycle cycle,
        RollUp rollUp,
        Origin origin,
        @Nullable UUID countyId) {

    /** As a plan states it. */
    static Indicator stated(UUID id, String text, Target target, @Nullable LocalDate dueOn, @Nullable UUID countyId) {
        Integer year = Wording.year(text);
        return new Indicator(
                id,
                1,
                Wording.name(text, target.measure()),
                target,
                year == null ? dueOn : LocalDate.of(year, 12, 31),
                new TreeMap<>(),
                Cycle.MONTH,
                target.measure().equals("%") ? RollUp.WEIGHTED_MEAN : RollUp.SUM,
                Origin.REPORTED,
                countyId);
    }

    /** What counts on a day: the target of its year where there is one, else the last. */
    Goal goalOn(LocalDate day) {
        Target ofYear = yearly.get(day.getYear());
        return ofYear == null ? new Goal(target, dueOn) : new Goal(ofYear, LocalDate.of(day.getYear(), 12, 31));
    }

    /** @throws IndicatorRefused that names everything wrong with it */
    Indicator defined(IndicatorDefinition by) {
        List<FieldError> errors = by.errors();
        if (!errors.isEmpty()) {
            throw IndicatorRefused.wrong(errors);
        }
        SortedMap<Integer, Target> years = new TreeMap<>();
        by.yearly().forEach(one -> years.put(one.year(), by.target(one.value(), one.upper())));
        return new Indicator(
                id,
                version + 1,
                by.name(),
                by.target(by.value(), by.upper()),
                by.dueOn(),
                years,
                by.cycle(),
                by.rollUp(),
                by.origin(),
                countyId);
    }

    /** A plan words it anew, or its target. */
    Indicator restated(String text, Target anew, @Nullable LocalDate due) {
        Indicator said = stated(id, text, anew, due, countyId);
        return new Indicator(id, version + 1, said.name, anew, said.dueOn, yearly, cycle, rollUp, origin, countyId);
    }

    /**
     * Takes over what another turned out to be (behaviours.md X8): its sources and values become this one's.
     *
     * @throws IndicatorRefused where one cannot be the other
     */
    Indicator joinedBy(Indicator other) {
        if (other.id.equals(id)) {
            throw IndicatorRefused.joinedToItself();
        }
        if (!other.target.measure().equals(target.measure())) {
            throw IndicatorRefused.otherMeasure(target.measure(), other.target.measure());
        }
        if (!Objects.equals(other.countyId, countyId)) {
            throw IndicatorRefused.otherCounty();
        }
        if (origin != Origin.REPORTED || other.origin != Origin.REPORTED) {
            throw IndicatorRefused.counted();
        }
        SortedMap<Integer, Target> years = new TreeMap<>(other.yearly);
        years.putAll(yearly);
        return new Indicator(id, version + 1, name, target, dueOn, years, cycle, rollUp, origin, countyId);
    }

    /** Whether both state the same target of the same thing (behaviours.md D7): to be confirmed by a person. */
    boolean looksLike(Indicator other) {
        return target.sameAs(other.target)
                && Objects.equals(countyId, other.countyId)
                && origin == other.origin
                && Wording.alike(name, other.name);
    }

    static Target target(String operator, BigDecimal value, @Nullable BigDecimal upper, String text, String measure) {
        Operator known = Target.operator(operator);
        // Ledgers of old may hold a range without its end.
        Operator meant = known == Operator.BETWEEN && upper == null ? Operator.AT_LEAST : known;
        return new Target(meant, value, meant == Operator.BETWEEN ? upper : null, Wording.isSoft(text), measure);
    }
}
