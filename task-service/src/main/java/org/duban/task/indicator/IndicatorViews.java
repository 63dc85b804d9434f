package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.indicator.IndicatorDefinition.YearlyTarget;
import org.duban.task.indicator.IndicatorDetail.IndicatorCounty;
import org.duban.task.indicator.IndicatorDetail.IndicatorPeriod;
import org.duban.task.indicator.IndicatorDetail.IndicatorSource;
import org.duban.task.indicator.IndicatorDetail.IndicatorUnit;
import org.duban.task.indicator.IndicatorDetail.IndicatorValueView;
import org.duban.task.indicator.Indicators.Apart;
import org.duban.task.indicator.Indicators.Measuring;
import org.duban.task.indicator.Indicators.Source;
import org.duban.task.indicator.MeasuredValues.Change;
import org.duban.task.indicator.SameIndicators.SameIndicator;
import org.duban.task.ledger.Sights;
import org.duban.task.query.Conditions;
import org.duban.task.supervision.ReportView;
import org.duban.task.supervision.ReportViews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Indicators as they are listed, counted and shown, each caller their own (behaviours.md P21). */
@Repository
@Transactional(readOnly = true)
public class IndicatorViews {
    private static final int POINTS_SHOWN = 12;
    private static final int PERIODS_SHOWN = 12;
    private static final int AT_ONCE = 200;
    private static final int MOST_PAIRS = 200;

    // What states it is named to whoever may see the task, or the plan.
    private static final String SOURCES = """
            select s.indicator_id, s.plan_id, p.title as plan_title, s.task_id, t.title as task_title,
                   t.ordinal as task_ordinal, s.text
            from indicator_source s
            join plan p on p.id = s.plan_id
            left join task t on t.id = s.task_id
            where s.indicator_id = any(:ids) and %s
            order by s.id
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final MeasuredValues values;
    private final ReportViews reports;
    private final Units units;
    private final Clock clock;

    IndicatorViews(
            JdbcClient jdbc,
            Indicators indicators,
            MeasuredValues values,
            ReportViews reports,
            Units units,
            Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.values = values;
        this.reports = reports;
        this.units = units;
        this.clock = clock;
    }

    /** Newest first. How one stands is known only once its values are read, so that a page may take several looks. */
    public Page<IndicatorRow> list(IndicatorFilter filter, Caller caller, Limit limit, @Nullable String cursor) {
        UUID after = cursor == null ? null : Cursor.decode(cursor).uuid(0);
        List<IndicatorRow> rows = new ArrayList<>();
        boolean judged = !filter.standings().isEmpty();
        int look = judged ? AT_ONCE : limit.plusOne();
        while (rows.size() < limit.plusOne()) {
            List<Indicator> found =
                    indicators.find(conditions(filter, caller).given("i.id < :after", "after", after), look);
            rows(found, caller).stream()
                    .filter(row -> !judged || filter.standings().contains(row.standing()))
                    .forEach(rows::add);
            if (found.size() < look) {
                break;
            }
            after = found.getLast().id();
        }
        return Page.of(
                rows.subList(0, Math.min(rows.size(), limit.plusOne())), limit, last -> Cursor.encode(last.id()));
    }

    public IndicatorCounts counts(IndicatorFilter filter, Caller caller) {
        Map<Standing, Integer> counted = new EnumMap<>(Standing.class);
        List<Indicator> all = indicators.find(conditions(filter, caller), 0);
        rows(all, caller).forEach(row -> counted.merge(row.standing(), 1, Integer::sum));
        return new IndicatorCounts(
                all.size(),
                counted.getOrDefault(Standing.REACHED, 0),
                counted.getOrDefault(Standing.ON_TRACK, 0),
                counted.getOrDefault(Standing.SHORT, 0),
                counted.getOrDefault(Standing.LAGGING, 0),
                counted.getOrDefault(Standing.MISSED, 0),
                counted.getOrDefault(Standing.NO_DATA, 0),
                pairs(all, caller).size());
    }

    /** Pairs that wait for the caller's decision, the most alike first. */
    public List<SameIndicators> same(Caller caller) {
        List<Pair> pairs = pairs(
                indicators.find(conditions(new IndicatorFilter(List.of(), null, null, null, null, null), caller), 0),
                caller);
        List<Pair> shown = pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS));
        Map<UUID, List<IndicatorSource>> sources = sources(
                shown.stream()
                        .flatMap(pair -> Stream.of(pair.one.id(), pair.other.id()))
                        .distinct()
                        .toList(),
                caller.sight());
        return shown.stream()
                .map(pair -> new SameIndicators(
                        same(pair.one, sources), same(pair.other, sources), Math.round(pair.likeness * 100) / 100.0))
                .toList();
    }

    private record Pair(Indicator one, Indicator other, double likeness) {}

    private List<Pair> pairs(List<Indicator> all, Caller caller) {
        List<Indicator> own = all.stream().filter(one -> decides(caller, one)).toList();
        if (own.size() < 2) {
            return List.of();
        }
        Set<Apart> apart = new HashSet<>(indicators.apart());
        // Only what has the same number can be the same: few of many are compared by name.
        Map<String, List<Indicator>> byTarget = own.stream()
                .collect(Collectors.groupingBy(one -> one.target().measure() + "|"
                        + one.target().operator() + "|" + one.target().value() + "|" + one.countyId()));
        List<Pair> pairs = new ArrayList<>();
        for (List<Indicator> alike : byTarget.values()) {
            for (int i = 0; i < alike.size(); i++) {
                for (int j = i + 1; j < alike.size(); j++) {
                    // The older one is kept.
                    Indicator one = alike.get(j);
                    Indicator other = alike.get(i);
                    if (one.looksLike(other) && !apart.contains(Apart.of(one.id(), other.id()))) {
                        pairs.add(new Pair(one, other, Wording.likeness(one.name(), other.name())));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.likeness)
                .thenComparing(pair -> pair.one.id().toString()));
        return pairs;
    }

    private static SameIndicator same(Indicator indicator, Map<UUID, List<IndicatorSource>> sources) {
        return new SameIndicator(
                indicator.id(),
                indicator.version(),
                indicator.name(),
                indicator.target().words(),
                plans(sources.getOrDefault(indicator.id(), List.of())));
    }

    /** @throws IndicatorRefused where there is none within the caller's sight */
    public IndicatorDetail one(UUID id, Caller caller) {
        Indicator indicator = visible(id, caller).orElseThrow(IndicatorRefused::notFound);
        List<Measured> measured = values.of(List.of(indicator), caller.sight()).getOrDefault(id, List.of());
        List<Measuring> measuring = seen(indicators.measuring(List.of(id)), caller.sight());
        Set<UUID> shown =
                new LinkedHashSet<>(measuring.stream().map(Measuring::unitId).toList());
        measured.forEach(value -> shown.add(value.unitId()));
        Map<UUID, UnitRef> refs = units.refs(shown);
        List<IndicatorSource> sources = sources(List.of(id), caller.sight()).getOrDefault(id, List.of());
        Set<Integer> periods = periods(indicator, measured);
        List<UUID> measurable = measurable(indicator, measuring, caller);
        return new IndicatorDetail(
                row(indicator, measured, sources, measuring.size(), countyNames(List.of(indicator))),
                IndicatorTarget.of(indicator.target()),
                indicator.dueOn(),
                indicator.yearly().entrySet().stream()
                        .map(year -> new YearlyTarget(
                                year.getKey(),
                                year.getValue().value(),
                                year.getValue().upper()))
                        .toList(),
                sources,
                ofUnits(indicator, shown, measuring, measured, refs),
                ofCounties(indicator, measured),
                periods.stream()
                        .map(index -> indicator.cycle().start(index))
                        .map(start -> new IndicatorPeriod(
                                indicator.cycle().text(start), indicator.cycle().words(start)))
                        .toList(),
                measured.stream()
                        .filter(value -> periods.contains(indicator.cycle().index(value.period())))
                        .map(value -> view(indicator, value))
                        .toList(),
                decides(caller, indicator) ? likeIt(indicator, caller) : List.of(),
                allowed(indicator, measurable, caller),
                measurable);
    }

    private List<SameIndicator> likeIt(Indicator indicator, Caller caller) {
        Set<Apart> apart = new HashSet<>(indicators.apart());
        List<Indicator> like = indicators
                .find(
                        Indicators.seenBy(
                                new Conditions()
                                        .and(
                                                "i.measure = :measure",
                                                "measure",
                                                indicator.target().measure())
                                        .and(
                                                "i.value = :value",
                                                "value",
                                                indicator.target().value()),
                                caller.sight()),
                        0)
                .stream()
                .filter(other -> !other.id().equals(indicator.id()) && indicator.looksLike(other))
                .filter(other -> !apart.contains(Apart.of(indicator.id(), other.id())))
                .toList();
        Map<UUID, List<IndicatorSource>> sources =
                sources(like.stream().map(Indicator::id).toList(), caller.sight());
        return like.stream().map(one -> same(one, sources)).toList();
    }

    /** Every value that was written, newest first. */
    public Page<IndicatorChange> history(UUID id, Caller caller, Limit limit, @Nullable String cursor) {
        Indicator indicator = visible(id, caller).orElseThrow(IndicatorRefused::notFound);
        List<Change> changes = values.changes(
                id, cursor == null ? null : Cursor.decode(cursor).uuid(0), limit.plusOne(), caller.sight());
        Map<UUID, UnitRef> refs =
                units.refs(changes.stream().map(Change::unitId).distinct().toList());
        return Page.of(changes, limit, last -> Cursor.encode(last.id()))
                .map(change -> new IndicatorChange(
                        change.id(),
                        ref(refs, change.unitId()),
                        indicator.cycle().text(indicator.cycle().of(change.period())),
                        change.before() == null ? null : Amounts.plain(change.before()),
                        Amounts.plain(change.after()),
                        change.enteredBy().name(),
                        change.note(),
                        change.at(),
                        change.by(),
                        change.byUnit()));
    }

    /** The value of a unit for one period, as the caller may see it. */
    public IndicatorValueView value(UUID id, @Nullable UUID unit, String period, Caller caller) {
        Indicator indicator = visible(id, caller).orElseThrow(IndicatorRefused::notFound);
        UUID of = unit == null ? caller.unit() : unit;
        if (of == null) {
            throw IndicatorRefused.noUnit();
        }
        return values.one(id, of, indicator.cycle().parse(period))
                .filter(value -> caller.sees(value.unitId(), value.countyId()))
                .map(value -> view(indicator, value))
                .orElseThrow(IndicatorRefused::valueNotFound);
    }

    /**
     * What a report asks of its task's indicators, with what its unit has already said elsewhere (behaviours.md X2, X8).
     *
     * @throws org.duban.task.supervision.ReportRefused where there is no such report within the caller's sight
     */
    public List<AskedIndicator> asked(UUID report, Caller caller) {
        ReportView shown = reports.one(report, caller);
        LocalDate until = Period.parse(shown.period()).last();
        List<Source> sources = indicators.sourcesOfTask(shown.taskId());
        if (sources.isEmpty()) {
            return List.of();
        }
        Map<UUID, Indicator> byId = indicators
                .find(
                        new Conditions()
                                .and("i.joined_to is null")
                                .and(
                                        "i.id = any(:ids)",
                                        "ids",
                                        sources.stream()
                                                .map(Source::indicatorId)
                                                .toArray(UUID[]::new)),
                        0)
                .stream()
                .collect(Collectors.toMap(Indicator::id, one -> one));
        Set<UUID> asked = new HashSet<>();
        List<AskedIndicator> all = new ArrayList<>();
        for (Source source : sources) {
            Indicator indicator = byId.get(source.indicatorId());
            if (indicator != null) {
                all.add(asked(indicator, source, shown, until, !asked.add(indicator.id())));
            }
        }
        return all;
    }

    private AskedIndicator asked(
            Indicator indicator, Source source, ReportView report, LocalDate until, boolean alsoAs) {
        Cycle cycle = indicator.cycle();
        LocalDate start = cycle.of(until);
        UUID unit = report.unit().id();
        Optional<Measured> value = values.one(indicator.id(), unit, start);
        Optional<String> elsewhere = value.map(Measured::reportId)
                .filter(in -> !in.equals(report.id()))
                .flatMap(in -> jdbc.sql("""
                                select t.title from report r join task t on t.id = r.task_id
                                where r.id = :report and r.unit_id = :unit
                                """)
                        .param("report", in)
                        .param("unit", unit)
                        .query(String.class)
                        .optional());
        return new AskedIndicator(
                indicator.id(),
                indicator.name(),
                source.text(),
                indicator.goalOn(until).target().words(),
                indicator.target().measure(),
                indicator.origin() != Origin.REPORTED,
                alsoAs,
                cycle.text(start),
                cycle.words(start),
                value.map(Measured::value).map(Amounts::plain).orElse(null),
                value.map(Measured::by).orElse(null),
                elsewhere.orElse(null),
                values.before(indicator.id(), unit, start)
                        .map(Measured::value)
                        .map(Amounts::plain)
                        .orElse(null));
    }

    void requireVisible(UUID id, Caller caller) {
        if (visible(id, caller).isEmpty()) {
            throw IndicatorRefused.notFound();
        }
    }

    private Optional<Indicator> visible(UUID id, Caller caller) {
        return indicators
                .find(Indicators.seenBy(new Conditions().and("i.id = :id", "id", id), caller.sight()), 1)
                .stream()
                .findFirst();
    }

    private static Conditions conditions(IndicatorFilter filter, Caller caller) {
        Conditions conditions = new Conditions()
                .given("""
                        exists (select from indicator_source f where f.indicator_id = i.id and f.plan_id = :plan)
                        """, "plan", filter.plan())
                .given("""
                        exists (select from indicator_source f where f.indicator_id = i.id and f.task_id = :task)
                        """, "task", filter.task())
                .given("""
                        (i.county_id = :county or exists (
                            select from indicator_unit f where f.indicator_id = i.id and f.county_id = :county))
                        """, "county", filter.county())
                .given("""
                        exists (select from indicator_unit f where f.indicator_id = i.id and f.unit_id = :unit)
                        """, "unit", filter.unit());
        if (filter.words() != null) {
            conditions
                    .and("bigrams(i.search) @> (bigrams(search_form(:words)))[1\\:4]", "words", filter.words())
                    .and("position(search_form(:words) in i.search) > 0");
        }
        return Indicators.seenBy(conditions, caller.sight());
    }

    private List<IndicatorRow> rows(List<Indicator> found, Caller caller) {
        List<UUID> ids = found.stream().map(Indicator::id).toList();
        Map<UUID, List<Measured>> measured = values.of(found, caller.sight());
        Map<UUID, List<IndicatorSource>> sources = sources(ids, caller.sight());
        Map<UUID, Long> measuring = seen(indicators.measuring(ids), caller.sight()).stream()
                .collect(Collectors.groupingBy(Measuring::indicatorId, Collectors.counting()));
        Map<UUID, String> counties = countyNames(found);
        return found.stream()
                .map(one -> row(
                        one,
                        measured.getOrDefault(one.id(), List.of()),
                        sources.getOrDefault(one.id(), List.of()),
                        measuring.getOrDefault(one.id(), 0L).intValue(),
                        counties))
                .toList();
    }

    private Map<UUID, String> countyNames(List<Indicator> of) {
        return of.stream().allMatch(one -> one.countyId() == null) ? Map.of() : units.countyNames();
    }

    private IndicatorRow row(
            Indicator indicator,
            List<Measured> measured,
            List<IndicatorSource> sources,
            int measuring,
            Map<UUID, String> counties) {
        LocalDate today = LocalDate.now(clock);
        Goal goal = indicator.goalOn(today);
        Series series = Series.of(indicator.cycle(), indicator.rollUp(), indicator.origin(), measured);
        Judgement judgement = Judgement.of(goal, series, today);
        Series.Point last = series.last();
        return new IndicatorRow(
                indicator.id(),
                indicator.version(),
                indicator.name(),
                IndicatorTarget.of(goal.target()),
                goal.dueOn(),
                indicator.cycle(),
                indicator.rollUp(),
                indicator.origin(),
                indicator.countyId(),
                indicator.countyId() == null ? null : counties.getOrDefault(indicator.countyId(), "未登记"),
                plans(sources),
                measuring,
                last == null ? null : IndicatorPoint.of(indicator.cycle(), last),
                judgement.standing(),
                judgement.words(),
                judgement.trend(),
                judgement.forecast(),
                IndicatorPoint.of(series, POINTS_SHOWN));
    }

    private static List<String> plans(List<IndicatorSource> sources) {
        return sources.stream().map(IndicatorSource::planTitle).distinct().toList();
    }

    private List<IndicatorUnit> ofUnits(
            Indicator indicator,
            Collection<UUID> shown,
            List<Measuring> measuring,
            List<Measured> measured,
            Map<UUID, UnitRef> refs) {
        boolean apart = eachHasTheTarget(indicator, shown.size());
        LocalDate today = LocalDate.now(clock);
        Set<UUID> byHand = measuring.stream()
                .filter(Measuring::byHand)
                .map(Measuring::unitId)
                .collect(Collectors.toSet());
        return shown.stream()
                .map(unit -> {
                    Series series = Series.of(
                            indicator.cycle(),
                            indicator.rollUp(),
                            indicator.origin(),
                            measured.stream()
                                    .filter(value -> value.unitId().equals(unit))
                                    .toList());
                    Judgement judgement = Judgement.of(indicator.goalOn(today), series, today);
                    Series.Point last = series.last();
                    return new IndicatorUnit(
                            ref(refs, unit),
                            byHand.contains(unit),
                            last == null ? null : IndicatorPoint.of(indicator.cycle(), last),
                            apart ? judgement.standing() : null,
                            apart ? judgement.words() : null);
                })
                .toList();
    }

    private List<IndicatorCounty> ofCounties(Indicator indicator, List<Measured> measured) {
        Map<Optional<UUID>, List<Measured>> byCounty = new LinkedHashMap<>();
        measured.stream()
                .sorted(Comparator.comparing(value -> Objects.toString(value.countyId(), "")))
                .forEach(value -> byCounty.computeIfAbsent(
                                Optional.ofNullable(value.countyId()), it -> new ArrayList<>())
                        .add(value));
        if (byCounty.size() < 2) {
            return List.of();
        }
        Map<UUID, String> names = units.countyNames();
        boolean apart = eachHasTheTarget(indicator, byCounty.size());
        LocalDate today = LocalDate.now(clock);
        List<IndicatorCounty> counties = new ArrayList<>();
        byCounty.forEach((county, of) -> {
            Series series = Series.of(indicator.cycle(), indicator.rollUp(), indicator.origin(), of);
            Judgement judgement = Judgement.of(indicator.goalOn(today), series, today);
            counties.add(new IndicatorCounty(
                    county.orElse(null),
                    county.map(id -> names.getOrDefault(id, "未登记")).orElse("市本级"),
                    IndicatorPoint.of(series, POINTS_SHOWN),
                    apart ? judgement.standing() : null,
                    apart ? judgement.words() : null));
        });
        return counties;
    }

    // What adds up is a target of the sum: no unit owes all of it alone.
    private static boolean eachHasTheTarget(Indicator indicator, int parts) {
        return indicator.rollUp() != RollUp.SUM || parts < 2;
    }

    private Set<Integer> periods(Indicator indicator, List<Measured> measured) {
        Set<Integer> all = new TreeSet<>(Comparator.reverseOrder());
        if (indicator.origin() == Origin.REPORTED) {
            all.add(indicator.cycle().index(LocalDate.now(clock)));
        }
        measured.forEach(value -> all.add(indicator.cycle().index(value.period())));
        return all.stream()
                .limit(PERIODS_SHOWN)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.<Integer>reverseOrder())));
    }

    private static IndicatorValueView view(Indicator indicator, Measured value) {
        BigDecimal weight = value.weight();
        return new IndicatorValueView(
                value.unitId(),
                indicator.cycle().text(indicator.cycle().of(value.period())),
                Amounts.shown(value.value()),
                weight == null ? null : Amounts.plain(weight),
                value.enteredBy().name(),
                value.reportId(),
                value.note(),
                value.at(),
                value.by(),
                value.version());
    }

    private static List<Measuring> seen(List<Measuring> measuring, Sight sight) {
        return measuring.stream()
                .filter(one -> sight.covers(one.unitId(), one.countyId()))
                .toList();
    }

    private static boolean decides(Caller caller, Indicator indicator) {
        return Rights.supervises(caller) && Sights.supervises(caller, indicator.countyId());
    }

    private static List<UUID> measurable(Indicator indicator, List<Measuring> seen, Caller caller) {
        boolean may = caller.may("indicator:write") || Rights.supervises(caller);
        return may && indicator.origin() == Origin.REPORTED
                ? seen.stream().map(Measuring::unitId).toList()
                : List.of();
    }

    private static List<String> allowed(Indicator indicator, List<UUID> measurable, Caller caller) {
        List<String> allowed = new ArrayList<>();
        if (decides(caller, indicator)) {
            allowed.add("DEFINE");
            if (indicator.origin() == Origin.REPORTED) {
                allowed.add("JOIN");
            }
        }
        if (!measurable.isEmpty()) {
            allowed.add("MEASURE");
        }
        return allowed;
    }

    private Map<UUID, List<IndicatorSource>> sources(Collection<UUID> ids, Sight sight) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String seen = switch (sight) {
            case Sight.Everything() -> "true";
            case Sight.OfCounty county -> """
                            (p.county_id = :sight or exists (
                                select from task_unit o where o.task_id = s.task_id and o.county_id = :sight))
                            """;
            case Sight.OfUnit unit ->
                "exists (select from task_unit o where o.task_id = s.task_id and o.unit_id = :sight)";
        };
        record Row(UUID indicator, IndicatorSource source) {}
        Map<UUID, List<IndicatorSource>> sources = new HashMap<>();
        jdbc.sql(SOURCES.formatted(seen))
                .param("ids", ids.toArray(UUID[]::new))
                .params(Sights.parameters(sight))
                .query((row, n) -> new Row(
                        row.getObject("indicator_id", UUID.class),
                        new IndicatorSource(
                                row.getObject("plan_id", UUID.class),
                                row.getString("plan_title"),
                                row.getObject("task_id", UUID.class),
                                row.getString("task_title"),
                                row.getObject("task_ordinal", Integer.class),
                                row.getString("text"))))
                .list()
                .forEach(row -> sources.computeIfAbsent(row.indicator, it -> new ArrayList<>())
                        .add(row.source));
        return sources;
    }

    private static UnitRef ref(Map<UUID, UnitRef> refs, UUID unit) {
        return refs.getOrDefault(unit, UnitRef.unknown(unit));
    }
}
