package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.FieldError;
import org.duban.task.contract.IndicatorEvent;
import org.duban.task.contract.IndicatorEvent.IndicatorMeasured;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.indicator.Indicators.Measuring;
import org.duban.task.indicator.Indicators.Source;
import org.duban.task.indicator.Measured.EnteredBy;
import org.duban.task.ledger.Sights;
import org.duban.task.supervision.Content.IndicatorValue;
import org.duban.task.supervision.ReportWasSubmitted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people say what an indicator is and what it has reached. What a caller may not see is not found; {@code version} is
 * handed the version before anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class IndicatorDesk {
    private static final EventChannel<IndicatorEvent> EVENTS =
            EventChannel.of(IndicatorEvent.TOPIC, IndicatorEvent.class, IndicatorEvent.TYPES);

    private final Indicators indicators;
    private final MeasuredValues values;
    private final IndicatorViews views;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorDesk(
            Indicators indicators,
            MeasuredValues values,
            IndicatorViews views,
            Units units,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.indicators = indicators;
        this.values = values;
        this.views = views;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** An indicator that no plan states, the caller's county's or the city's. */
    public UUID create(IndicatorDefinition definition, Caller by) {
        List<FieldError> errors = definition.errors();
        if (!errors.isEmpty()) {
            throw IndicatorRefused.wrong(errors);
        }
        Target target = definition.target(definition.value(), definition.upper());
        Indicator indicator = Indicator.stated(Ids.next(), definition.name(), target, null, by.county())
                .defined(definition);
        indicators.add(indicator, OffsetDateTime.now(clock));
        measuredBy(indicator, definition.units(), by);
        audit.record("indicator-created", "indicator", indicator.id(), told(indicator));
        return indicator.id();
    }

    public void define(UUID id, IndicatorDefinition definition, LongConsumer version, Caller by) {
        Indicator before = supervised(held(id, version, by), by);
        Indicator after = before.defined(definition);
        indicators.save(after, OffsetDateTime.now(clock));
        measuredBy(after, definition.units(), by);
        audit.record("indicator-defined", "indicator", id, Map.of("from", told(before), "to", told(after)));
    }

    private void measuredBy(Indicator indicator, List<UUID> asked, Caller by) {
        Map<UUID, UnitRef> refs = units.refs(asked);
        Map<UUID, Optional<UUID>> counties = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            UnitRef ref = refs.get(asked.get(i));
            if (ref == null) {
                throw IndicatorRefused.unknownUnit(i);
            }
            if (by.sight() instanceof Sight.OfCounty(var county) && !county.equals(ref.countyId())) {
                throw IndicatorRefused.unitOfOtherCounty(i);
            }
            counties.put(ref.id(), Optional.ofNullable(ref.countyId()));
        }
        indicators.replaceByHand(indicator.id(), counties.keySet(), counties);
    }

    /** Two that state the same target become one, with the sources and values of both (behaviours.md D7, X8). */
    public void join(UUID id, UUID other, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        views.requireVisible(other, by);
        Map<UUID, Indicator> both = new HashMap<>();
        indicators.locked(List.of(id, other)).forEach(one -> both.put(one.id(), one));
        Indicator stays = both.get(id);
        Indicator goes = both.get(other);
        if (stays == null || goes == null) {
            throw IndicatorRefused.notFound();
        }
        version.accept(stays.version());
        supervised(goes, by);
        Indicator joined = supervised(stays, by).joinedBy(goes);
        indicators.save(joined, OffsetDateTime.now(clock));
        indicators.take(id, other);
        indicators.followLeads(List.of(id));
        audit.record("indicators-joined", "indicator", id, Map.of("taken", other, "name", goes.name()));
    }

    /** They look the same and are not: nobody is asked again. */
    public void keepApart(UUID id, UUID other, Caller by) {
        views.requireVisible(id, by);
        views.requireVisible(other, by);
        supervised(indicators.find(id).orElseThrow(IndicatorRefused::notFound), by);
        indicators.keepApart(id, other, OffsetDateTime.now(clock), by.name());
        audit.record("indicators-kept-apart", "indicator", id, Map.of("other", other));
    }

    /**
     * What somebody says that a unit has reached.
     *
     * @param unitId null for the caller's own
     * @param weight what a mean is weighted with
     */
    public record Entry(
            @Nullable UUID unitId,
            BigDecimal value,
            @Nullable BigDecimal weight,
            @Nullable String note) {}

    /**
     * Says what a unit has reached at the end of a period, or corrects it; the same again changes nothing.
     *
     * @param period as the indicator's cycle writes it: {@code 2026-11}, {@code 2026-Q4}, {@code 2026}
     */
    public void measure(UUID id, String period, Entry entry, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        Indicator indicator = indicators.locked(id).orElseThrow(IndicatorRefused::notFound);
        if (indicator.origin() != Origin.REPORTED) {
            throw IndicatorRefused.counted();
        }
        LocalDate start = indicator.cycle().parse(period);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (start.isAfter(now.toLocalDate())) {
            throw IndicatorRefused.notYet();
        }
        if (Amounts.tooLong(entry.value())) {
            throw IndicatorRefused.tooLong("/value");
        }
        if (entry.weight() != null && Amounts.tooLong(entry.weight())) {
            throw IndicatorRefused.tooLong("/weight");
        }
        Measuring measuring = measuring(indicator, entry, by);
        Optional<Measured> before = values.one(id, measuring.unitId(), start);
        version.accept(before.map(Measured::version).orElse(0L));
        write(
                indicator,
                before.orElse(null),
                new Measured(
                        id,
                        measuring.unitId(),
                        measuring.countyId(),
                        start,
                        entry.value(),
                        entry.weight(),
                        EnteredBy.ENTRY,
                        null,
                        entry.note(),
                        now,
                        by.name(),
                        by.unitName(),
                        before.map(Measured::version).orElse(0L) + 1));
    }

    private Measuring measuring(Indicator indicator, Entry entry, Caller by) {
        UUID unit = entry.unitId() == null ? by.unit() : entry.unitId();
        if (unit == null) {
            throw IndicatorRefused.noUnit();
        }
        Optional<Measuring> measuring = indicators.measuring(indicator.id(), unit);
        UUID county = measuring
                .map(Measuring::countyId)
                .or(() -> units.find(unit).map(known -> known.countyId()))
                .orElse(null);
        if (!unit.equals(by.unit()) && !by.sees(unit, county)) {
            throw IndicatorRefused.notForOthers();
        }
        return measuring.orElseThrow(IndicatorRefused::notMeasuring);
    }

    /** What a report says counts at once: nobody fills it in a second time (behaviours.md X2). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportWasSubmitted report) {
        Map<UUID, IndicatorValue> said = new LinkedHashMap<>();
        for (Source source : indicators.sourcesOfTask(report.task())) {
            report.indicators().stream()
                    .filter(one -> one.text().equals(source.text()))
                    .filter(one -> one.value() != null && !one.value().isBlank())
                    .findFirst()
                    .ifPresent(one -> said.putIfAbsent(source.indicatorId(), one));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (Indicator indicator : indicators.locked(said.keySet())) {
            String written = Objects.requireNonNull(
                    Objects.requireNonNull(said.get(indicator.id())).value());
            Optional<BigDecimal> value =
                    Amounts.read(written, indicator.target().measure());
            // Words that are no number stay in the report, where the reviewer reads them.
            if (indicator.origin() == Origin.REPORTED && value.isPresent() && !Amounts.tooLong(value.get())) {
                LocalDate start = indicator.cycle().of(report.period().last());
                Measured before =
                        values.one(indicator.id(), report.unit(), start).orElse(null);
                indicators.alsoMeasuredBy(indicator.id(), report.unit(), report.county());
                write(
                        indicator,
                        before,
                        new Measured(
                                indicator.id(),
                                report.unit(),
                                report.county(),
                                start,
                                value.get(),
                                before == null ? null : before.weight(),
                                EnteredBy.REPORT,
                                report.report(),
                                null,
                                now,
                                report.by().name(),
                                report.by().unitName(),
                                before == null ? 1 : before.version() + 1));
            }
        }
    }

    private void write(Indicator indicator, @Nullable Measured before, Measured value) {
        if (before != null
                && before.says(value.value(), value.weight())
                && (value.note() == null || value.note().equals(before.note()))) {
            return;
        }
        Target target = indicator.goalOn(value.period()).target();
        Boolean reachedBefore = Optional.ofNullable(before)
                .or(() -> values.before(indicator.id(), value.unitId(), value.period()))
                .map(earlier -> target.reachedBy(earlier.value()))
                .orElse(null);
        values.put(value, before == null ? null : before.value());
        String period = indicator.cycle().text(value.period());
        IndicatorMeasured measured = new IndicatorMeasured(
                indicator.id(),
                value.version(),
                indicator.name(),
                value.unitId(),
                value.countyId(),
                indicator.countyId(),
                period,
                Amounts.plain(value.value()),
                target.measure(),
                before == null ? null : Amounts.plain(before.value()),
                target.words(),
                target.reachedBy(value.value()),
                reachedBefore);
        outbox.append(EVENTS.outgoing(measured.key(), measured));
        Map<String, Object> details = new HashMap<>();
        details.put("unit", value.unitId());
        details.put("period", period);
        details.put("value", value.value());
        if (before != null) {
            details.put("before", before.value());
        }
        if (value.note() != null) {
            details.put("note", value.note());
        }
        audit.record(
                before == null ? "indicator-measured" : "indicator-corrected", "indicator", indicator.id(), details);
    }

    private Indicator held(UUID id, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        Indicator before = indicators.locked(id).orElseThrow(IndicatorRefused::notFound);
        version.accept(before.version());
        return before;
    }

    private static Indicator supervised(Indicator indicator, Caller by) {
        if (!Sights.supervises(by, indicator.countyId())) {
            throw IndicatorRefused.notYours();
        }
        return indicator;
    }

    private static Map<String, Object> told(Indicator indicator) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", indicator.name());
        told.put("target", indicator.target().words());
        told.put("dueOn", String.valueOf(indicator.dueOn()));
        told.put("cycle", indicator.cycle());
        told.put("rollUp", indicator.rollUp());
        told.put("origin", indicator.origin());
        return told;
    }
}
