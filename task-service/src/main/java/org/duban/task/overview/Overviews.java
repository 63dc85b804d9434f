package org.duban.task.overview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.light.Light;
import org.duban.task.light.Lights;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.light.Lights.ReportFacts.Standing;
import org.duban.task.overview.Numbers.Led;
import org.duban.task.overview.Numbers.Reported;
import org.duban.task.overview.Overview.Month;
import org.duban.task.overview.Overview.OfCounty;
import org.duban.task.overview.Overview.OfPlan;
import org.duban.task.overview.Overview.OfUnit;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The dashboard's numbers (behaviours.md P14). They are sums over counted rows which are those of the reports and tasks themselves
 * at every moment, so that a report shows as soon as it is handed in; and those that closing kept of rounds that are closed.
 */
@Service
public class Overviews {

    private static final int PERIODS_OF_TREND = 12;

    private static final Comparator<OfUnit> RANKING = comparing(
                    (OfUnit row) -> row.numbers().onTimeRate(), nullsLast(reverseOrder()))
            .thenComparing(row -> row.numbers().submissionRate(), nullsLast(reverseOrder()))
            .thenComparing(row -> row.unit().shortName(), naturalOrder())
            .thenComparing(row -> row.unit().id());

    private final Counted counted;
    private final Recount recount;
    private final Units units;
    private final Lights lights;
    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Overviews(
            Counted counted,
            Recount recount,
            Units units,
            Lights lights,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.counted = counted;
        this.recount = recount;
        this.units = units;
        this.lights = lights;
        this.jdbc = jdbc;
        this.clock = clock;
        // one snapshot, so that the units add up to the totals while reports come in
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param plan null for all plans */
    public Overview of(Period period, @Nullable UUID plan, Caller caller) {
        return of(new Board(period, plan, null, null), caller);
    }

    public Overview of(Board board, Caller caller) {
        recount.beforeReading();
        return Objects.requireNonNull(snapshot.execute(status -> read(board, caller)));
    }

    /** Each plan's numbers in a period, those with most left to hand in first; whatever {@code board} says of a plan. */
    public List<OfPlan> plans(Board board, Caller caller) {
        recount.beforeReading();
        return Objects.requireNonNull(snapshot.execute(status -> readPlans(board, caller)));
    }

    private Overview read(Board board, Caller caller) {
        var reports = counted.reports(board.period(), board.plan(), seen(board, caller));
        var led = counted.led(board.plan(), counted.settled(board.period(), board.plan()), () -> seen(board, caller));
        boolean ofUnit = board.unit() != null || caller.sight() instanceof Sight.OfUnit;
        Map<UUID, UnitRef> names = names(reports, led);
        return new Overview(
                board.period().toString(),
                board.plan(),
                board.unit() == null
                        ? null
                        : units.refs(List.of(board.unit())).getOrDefault(board.unit(), UnitRef.unknown(board.unit())),
                board.county(),
                OffsetDateTime.now(clock),
                Numbers.of(sum(led, scope(board, caller.sight())), sum(reports)),
                units(reports, led, names),
                counties(reports, led, ofUnit ? Counted.Led::tasks : Counted.Led::ofCounty, names),
                trend(board, caller));
    }

    private static Conditions seen(Board board, Caller caller) {
        return new Conditions()
                .seenBy(caller.sight(), "c")
                .given("c.unit_id = :unit", "unit", board.unit())
                .given("c.county_id = :county", "county", board.county());
    }

    // A task that several units lead is one task of the city, and one of each county.
    private static Function<Counted.Led, Led> scope(Board board, Sight sight) {
        if (board.unit() != null || sight instanceof Sight.OfUnit) {
            return Counted.Led::tasks;
        }
        return board.county() != null || sight instanceof Sight.OfCounty ? Counted.Led::ofCounty : Counted.Led::ofCity;
    }

    private Map<UUID, UnitRef> names(List<Counted.Reports> reports, List<Counted.Led> led) {
        return units.refs(Stream.concat(
                        reports.stream().map(Counted.Reports::unit),
                        led.stream().map(Counted.Led::unit))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private List<OfUnit> units(List<Counted.Reports> reports, List<Counted.Led> led, Map<UUID, UnitRef> names) {
        Map<UUID, Led> ledBy = new HashMap<>();
        for (var row : led) {
            var own = new Led(row.tasks().tasks(), row.tasks().closed(), row.ownProgress());
            ledBy.merge(Objects.requireNonNull(row.unit()), own, Led::plus);
        }
        Map<UUID, Reported> reportedBy = new HashMap<>();
        for (var row : reports) {
            reportedBy.merge(Objects.requireNonNull(row.unit()), reported(row), Reported::plus);
        }
        return either(ledBy, reportedBy).stream()
                .map(unit -> new OfUnit(
                        names.getOrDefault(unit, UnitRef.unknown(unit)),
                        Numbers.of(ledBy.getOrDefault(unit, Led.NONE), reportedBy.getOrDefault(unit, Reported.NONE))))
                .sorted(RANKING)
                .toList();
    }

    private List<OfCounty> counties(
            List<Counted.Reports> reports,
            List<Counted.Led> led,
            Function<Counted.Led, Led> ofCounty,
            Map<UUID, UnitRef> names) {
        Map<UUID, String> countyNames = new HashMap<>();
        names.values().forEach(unit -> {
            if (unit.countyId() != null && unit.countyName() != null) {
                countyNames.put(unit.countyId(), unit.countyName());
            }
        });
        Map<@Nullable UUID, Led> ledBy = new HashMap<>();
        led.forEach(row -> ledBy.merge(row.county(), ofCounty.apply(row), Led::plus));
        Map<@Nullable UUID, Reported> reportedBy = new HashMap<>();
        reports.forEach(row -> reportedBy.merge(row.county(), reported(row), Reported::plus));
        List<OfCounty> counties = new ArrayList<>();
        Set<@Nullable UUID> all = new HashSet<>(ledBy.keySet());
        all.addAll(reportedBy.keySet());
        for (var county : all) {
            counties.add(new OfCounty(
                    county,
                    county == null ? "市本级" : countyNames.getOrDefault(county, "未登记县区"),
                    Numbers.of(ledBy.getOrDefault(county, Led.NONE), reportedBy.getOrDefault(county, Reported.NONE))));
        }
        counties.sort(comparing((OfCounty row) -> row.countyId() != null).thenComparing(OfCounty::countyName));
        return counties;
    }

    private List<OfPlan> readPlans(Board board, Caller caller) {
        Function<Counted.Led, Led> scope = scope(board, caller.sight());
        Map<UUID, Led> ledBy = new HashMap<>();
        counted.ledByPlan(counted.settled(board.period(), null), () -> seen(board, caller))
                .forEach(row -> ledBy.merge(Objects.requireNonNull(row.plan()), scope.apply(row), Led::plus));
        Map<UUID, Reported> reportedBy = new HashMap<>();
        counted.reportsByPlan(board.period(), seen(board, caller))
                .forEach(row -> reportedBy.merge(Objects.requireNonNull(row.plan()), reported(row), Reported::plus));
        Set<UUID> plans = either(ledBy, reportedBy);
        Map<UUID, String> titles = titles(plans);
        return plans.stream()
                .map(plan -> new OfPlan(
                        plan,
                        titles.getOrDefault(plan, ""),
                        Numbers.of(ledBy.getOrDefault(plan, Led.NONE), reportedBy.getOrDefault(plan, Reported.NONE))))
                .sorted(comparing((OfPlan row) ->
                                row.numbers().submitted() - row.numbers().owed())
                        .thenComparing(OfPlan::planTitle)
                        .thenComparing(OfPlan::planId))
                .toList();
    }

    private Map<UUID, String> titles(Set<UUID> plans) {
        record Titled(UUID id, String title) {}
        return jdbc
                .sql("select id, title from plan where id = any(:ids)")
                .param("ids", plans.toArray(UUID[]::new))
                .query(Titled.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Titled::id, Titled::title));
    }

    private static Set<UUID> either(Map<UUID, ?> one, Map<UUID, ?> other) {
        Set<UUID> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    private static Led sum(List<Counted.Led> rows, Function<Counted.Led, Led> scope) {
        return rows.stream().map(scope).reduce(Led.NONE, Led::plus);
    }

    private Reported sum(List<Counted.Reports> rows) {
        return rows.stream().map(this::reported).reduce(Reported.NONE, Reported::plus);
    }

    // What is awaited is lit by its day; the rule is asked, not said again.
    private Reported reported(Counted.Reports row) {
        var lit = new EnumMap<Light, Integer>(Light.class);
        if (row.awaitedOn() == null) {
            lit.merge(Light.GREEN, row.onTime(), Integer::sum);
            lit.merge(Light.DONE_LATE, row.submitted() - row.onTime(), Integer::sum);
            lit.merge(Light.RED, row.lapsed(), Integer::sum);
        } else {
            lit.merge(light(Standing.RETURNED, row.awaitedOn()), row.returned(), Integer::sum);
            lit.merge(light(Standing.DUE, row.awaitedOn()), row.owed() - row.returned(), Integer::sum);
        }
        return new Reported(row.owed(), row.submitted(), row.accepted(), row.returned(), row.onTime(), lit);
    }

    private Light light(Standing standing, LocalDate awaitedOn) {
        return lights.report(new ReportFacts(standing, awaitedOn, null, false), LocalDate.now(clock))
                .light();
    }

    private List<Month> trend(Board board, Caller caller) {
        return counted
                .trend(board.period().plus(1 - PERIODS_OF_TREND), board.period(), board.plan(), seen(board, caller))
                .stream()
                .map(month -> new Month(
                        month.period().toString(),
                        month.owed(),
                        month.submitted(),
                        month.onTime(),
                        Numbers.rate(month.submitted(), month.owed()),
                        Numbers.rate(month.onTime(), month.owed())))
                .toList();
    }
}
