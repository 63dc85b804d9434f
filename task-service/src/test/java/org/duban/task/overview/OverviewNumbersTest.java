package org.duban.task.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.directory.Units;
import org.duban.task.light.Light;
import org.duban.task.light.Lights;
import org.duban.task.light.Lights.ReportFacts;
import org.duban.task.light.Lights.ReportFacts.Standing;
import org.duban.task.supervision.LedgerDatabase;
import org.duban.task.supervision.LedgerDatabase.Lead;
import org.duban.task.supervision.LedgerDatabase.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every number of the dashboard, counted a second time from the same rows by other means. */
class OverviewNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final YearMonth PERIOD = YearMonth.of(2026, 11);
    private static final Period MONTH = Period.of(PERIOD);
    private static final List<String> STATES =
            List.of("DUE", "DUE", "SUBMITTED", "SUBMITTED", "RETURNED", "ACCEPTED", "ACCEPTED", "WAIVED", "LAPSED");

    private final LedgerDatabase database = LedgerDatabase.named("overview");
    private final Lights lights = new Lights(PublishedDays.ofTheStateCouncil());
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private final Recount recount = new Recount(database.jdbc(), new TransactionTemplate(transactions));
    private final Overviews overviews = new Overviews(
            new Counted(database.jdbc()),
            recount,
            new Units(database.jdbc()),
            lights,
            database.jdbc(),
            transactions,
            Clock.fixed(
                    TODAY.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(), ZoneId.of("Asia/Shanghai")));

    private record Task(UUID id, UUID plan, boolean closed, int progress, List<Lead> leads) {}

    private record City(List<UUID> units, List<@Nullable UUID> counties, List<Task> tasks, List<Row> reports) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyNumberIsTheCountOfItsRows(long seed) {
        var city = aCity(new Random(seed));
        checkAll(city);
        recount.write();
        assertThat(database.jdbc()
                        .sql("select exists (select from report_count_stale) or exists (select from led_count_stale)")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        checkAll(city);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyChangeShowsAtOnce(long seed) {
        var random = new Random(seed);
        var city = aCity(random);
        recount.write();
        for (int change = 0; change < 12; change++) {
            city = changed(city, random);
            checkAll(city);
            if (random.nextInt(4) == 0) {
                recount.write();
            }
        }
    }

    private void checkAll(City city) {
        var plan = city.tasks().getFirst().plan();
        check(city, (@Nullable UUID) null, supervisor(null), lead -> true);
        check(city, plan, supervisor(null), lead -> true);
        var county = city.counties().getLast();
        check(city, (@Nullable UUID) null, supervisor(county), lead -> Objects.equals(lead.county(), county));
        var unit = city.units().getFirst();
        check(city, plan, liaison(unit), lead -> lead.unit().equals(unit));
        check(
                city,
                new Board(MONTH, null, null, county),
                supervisor(null),
                lead -> Objects.equals(lead.county(), county));
        check(
                city,
                new Board(MONTH, plan, unit, null),
                supervisor(null),
                lead -> lead.unit().equals(unit));
        check(city, new Board(MONTH, null, unit, null), liaison(city.units().getLast()), lead -> false);
        plans(city, county);
    }

    private void plans(City city, @Nullable UUID county) {
        var plans = overviews.plans(new Board(MONTH, null, null, null), supervisor(county));
        for (var row : plans) {
            var alone = overviews.of(MONTH, row.planId(), supervisor(county)).totals();
            assertThat(row.numbers()).isEqualTo(alone);
        }
        assertThat(plans.stream().mapToInt(row -> row.numbers().tasks()).sum())
                .isEqualTo(
                        overviews.of(MONTH, null, supervisor(county)).totals().tasks());
    }

    @Test
    void withoutAnythingOwedThereIsNoRate() {
        database.clear();
        var overview = overviews.of(MONTH, null, supervisor(null));
        assertThat(overview.totals().owed()).isZero();
        assertThat(overview.totals().onTimeRate()).isNull();
        assertThat(overview.totals().completionRate()).isNull();
        assertThat(overview.totals().lights()).containsOnlyKeys(Light.values());
        assertThat(overview.units()).isEmpty();
        assertThat(overview.trend()).isEmpty();
    }

    private void check(City city, @Nullable UUID plan, Caller caller, Predicate<Lead> seen) {
        check(city, new Board(MONTH, plan, null, null), caller, seen);
    }

    private void check(City city, Board board, Caller caller, Predicate<Lead> seen) {
        var plan = board.plan();
        var tasks = city.tasks().stream()
                .filter(task -> plan == null || task.plan().equals(plan))
                .filter(task -> task.leads().stream().anyMatch(seen))
                .toList();
        var reports = city.reports().stream()
                .filter(row -> plan == null || row.plan().equals(plan))
                .filter(row -> seen.test(new Lead(row.unit(), row.county(), 0)))
                .toList();
        var thisMonth =
                reports.stream().filter(row -> row.period().equals(PERIOD)).toList();

        var overview = overviews.of(board, caller);

        assertThat(overview.period()).isEqualTo("2026-11");
        matches(overview.totals(), tasks.size(), closed(tasks), mean(tasks), thisMonth);

        var units = tasks.stream()
                .flatMap(task -> task.leads().stream())
                .filter(seen)
                .map(Lead::unit)
                .collect(Collectors.toSet());
        thisMonth.stream()
                .filter(row -> !row.state().equals("WAIVED"))
                .map(Row::unit)
                .forEach(units::add);
        assertThat(overview.units()).extracting(row -> row.unit().id()).containsExactlyInAnyOrderElementsOf(units);
        for (var row : overview.units()) {
            var led = tasks.stream()
                    .filter(task -> task.leads().stream()
                            .anyMatch(lead -> lead.unit().equals(row.unit().id())))
                    .toList();
            var parts = led.stream()
                    .mapToInt(task -> task.closed()
                            ? 100
                            : task.leads().stream()
                                    .filter(lead ->
                                            lead.unit().equals(row.unit().id()))
                                    .findFirst()
                                    .orElseThrow()
                                    .progress())
                    .average()
                    .orElse(0);
            matches(
                    row.numbers(),
                    led.size(),
                    closed(led),
                    parts,
                    thisMonth.stream()
                            .filter(report -> report.unit().equals(row.unit().id()))
                            .toList());
        }
        assertThat(overview.units())
                .extracting(row -> row.numbers().onTimeRate())
                .isSortedAccordingTo(Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));

        for (var row : overview.counties()) {
            var led = tasks.stream()
                    .filter(task -> task.leads().stream()
                            .anyMatch(lead -> seen.test(lead) && Objects.equals(lead.county(), row.countyId())))
                    .toList();
            matches(
                    row.numbers(),
                    led.size(),
                    closed(led),
                    mean(led),
                    thisMonth.stream()
                            .filter(report -> Objects.equals(report.county(), row.countyId()))
                            .toList());
        }
        assertThat(overview.counties().stream()
                        .mapToInt(row -> row.numbers().owed())
                        .sum())
                .isEqualTo(overview.totals().owed());
        assertThat(overview.units().stream()
                        .mapToInt(row -> row.numbers().owed())
                        .sum())
                .isEqualTo(overview.totals().owed());

        for (var month : overview.trend()) {
            var rows = reports.stream()
                    .filter(row -> row.period().equals(YearMonth.parse(month.period())))
                    .filter(row -> !row.state().equals("WAIVED"))
                    .toList();
            assertThat(month.owed()).isEqualTo(rows.size());
            assertThat(month.submitted()).isEqualTo(count(rows, OverviewNumbersTest::handedIn));
            assertThat(month.onTime()).isEqualTo(count(rows, row -> handedIn(row) && row.onTime()));
        }
        assertThat(overview.trend())
                .extracting(Overview.Month::period)
                .isSorted()
                .allMatch(month -> month.compareTo("2025-12") >= 0);
    }

    private void matches(Numbers numbers, int tasks, int closed, double progress, List<Row> month) {
        var owed = month.stream().filter(row -> !row.state().equals("WAIVED")).toList();
        int submitted = count(owed, OverviewNumbersTest::handedIn);
        int onTime = count(owed, row -> handedIn(row) && row.onTime());
        assertThat(numbers.tasks()).isEqualTo(tasks);
        assertThat(numbers.closedTasks()).isEqualTo(closed);
        assertThat(numbers.openTasks()).isEqualTo(tasks - closed);
        assertThat(numbers.owed()).isEqualTo(owed.size());
        assertThat(numbers.submitted()).isEqualTo(submitted);
        assertThat(numbers.accepted()).isEqualTo(count(owed, row -> row.state().equals("ACCEPTED")));
        assertThat(numbers.returned()).isEqualTo(count(owed, row -> row.state().equals("RETURNED")));
        assertThat(numbers.onTime()).isEqualTo(onTime);
        assertThat(numbers.late()).isEqualTo(submitted - onTime);
        assertThat(numbers.overdue())
                .isEqualTo(count(
                        owed,
                        row -> !handedIn(row)
                                && (row.state().equals("LAPSED") || row.dueOn().isBefore(TODAY))));
        assertThat(numbers.lights().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(owed.size());
        for (var light : Light.values()) {
            assertThat(numbers.lights().get(light)).as("%s", light).isEqualTo(count(owed, row -> light(row) == light));
        }
        assertThat(numbers.lights().get(Light.RED)).isEqualTo(numbers.overdue());
        assertThat(numbers.lights().get(Light.DONE_LATE)).isEqualTo(numbers.late());
        percent(numbers.completionRate(), closed, tasks);
        percent(numbers.submissionRate(), submitted, owed.size());
        percent(numbers.onTimeRate(), onTime, owed.size());
        if (tasks > 0) {
            assertThat(numbers.averageProgress().doubleValue()).isCloseTo(progress, within(0.051));
        }
    }

    private Light light(Row row) {
        var standing = handedIn(row) ? Standing.HANDED_IN : Standing.valueOf(row.state());
        return lights.report(
                        new ReportFacts(standing, row.dueOn(), row.dueOn(), Boolean.TRUE.equals(row.onTime())), TODAY)
                .light();
    }

    private static void percent(@Nullable BigDecimal rate, int part, int whole) {
        if (whole == 0) {
            assertThat(rate).isNull();
        } else {
            assertThat(rate.scale()).isEqualTo(1);
            assertThat(rate.doubleValue()).isCloseTo(100.0 * part / whole, within(0.051));
        }
    }

    private static boolean handedIn(Row row) {
        return row.state().equals("SUBMITTED") || row.state().equals("ACCEPTED");
    }

    private static int count(List<Row> rows, Predicate<Row> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static int closed(List<Task> tasks) {
        return (int) tasks.stream().filter(Task::closed).count();
    }

    private static double mean(List<Task> tasks) {
        return tasks.stream().mapToInt(Task::progress).average().orElse(0);
    }

    private City aCity(Random random) {
        database.clear();
        var counties = new ArrayList<@Nullable UUID>();
        counties.add(null);
        counties.add(UUID.randomUUID());
        counties.add(UUID.randomUUID());
        var units = new ArrayList<UUID>();
        var homes = new ArrayList<@Nullable UUID>();
        for (int i = 0; i < 9; i++) {
            var county = counties.get(i % counties.size());
            homes.add(county);
            units.add(database.unit("单位" + i, county, county == null ? null : "县" + i % counties.size()));
        }
        var plans = List.of(database.plan(TODAY.minusMonths(20)), database.plan(TODAY.minusMonths(2)));
        var tasks = new ArrayList<Task>();
        var reports = new ArrayList<Row>();
        for (int ordinal = 1; ordinal <= 12; ordinal++) {
            var plan = plans.get(random.nextInt(plans.size()));
            boolean closed = random.nextInt(4) == 0;
            int progress = closed ? 100 : random.nextInt(100);
            var leads = new ArrayList<Lead>();
            for (int i = 0; i < units.size(); i++) {
                if (random.nextInt(4) == 0 || (leads.isEmpty() && i == units.size() - 1)) {
                    leads.add(new Lead(units.get(i), homes.get(i), random.nextInt(101)));
                }
            }
            var open = random.nextInt(4) == 0 ? "SUSPENDED" : "IN_PROGRESS";
            var id = database.task(plan, ordinal, closed ? "CLOSED" : open, null, progress, leads);
            tasks.add(new Task(id, plan, closed, progress, leads));
            for (int back = 0; back < 15; back += 1 + random.nextInt(3)) {
                for (var lead : leads) {
                    var state = STATES.get(random.nextInt(STATES.size()));
                    boolean written =
                            Set.of("SUBMITTED", "ACCEPTED", "RETURNED").contains(state);
                    var row = new Row(
                            PERIOD.minusMonths(back),
                            UUID.randomUUID(),
                            plan,
                            id,
                            lead.unit(),
                            lead.county(),
                            TODAY.plusDays(random.nextInt(20) - 8),
                            state,
                            written ? random.nextBoolean() : null);
                    database.report(row);
                    reports.add(row);
                }
            }
        }
        // counts nowhere
        database.task(plans.getFirst(), 13, "DRAFTED", null, 0, List.of(new Lead(units.getFirst(), null, 0)));
        return new City(units, counties, tasks, reports);
    }

    // something that happens to a city: a report comes in or lapses, a task closes, a draft is given out, a lead joins
    // or leaves
    private City changed(City city, Random random) {
        var tasks = new ArrayList<>(city.tasks());
        var reports = new ArrayList<>(city.reports());
        int at = random.nextInt(tasks.size());
        var task = tasks.get(at);
        switch (random.nextInt(5)) {
            case 0 -> {
                var row = reports.remove(random.nextInt(reports.size()));
                var state = STATES.get(random.nextInt(STATES.size()));
                boolean onTime = random.nextBoolean();
                database.jdbc()
                        .sql(
                                "update report set state = :state, on_time = :onTime where period = :period and round_id = :round")
                        .param("state", state)
                        .param("onTime", onTime)
                        .param("period", row.period().atDay(1))
                        .param("round", row.round())
                        .update();
                reports.add(new Row(
                        row.period(),
                        row.round(),
                        row.plan(),
                        row.task(),
                        row.unit(),
                        row.county(),
                        row.dueOn(),
                        state,
                        onTime));
            }
            case 1 -> {
                boolean closed = !task.closed();
                int progress = closed ? 100 : random.nextInt(100);
                database.jdbc()
                        .sql("update task set state = :state, progress = :progress where id = :id")
                        .param("state", closed ? "CLOSED" : "IN_PROGRESS")
                        .param("progress", progress)
                        .param("id", task.id())
                        .update();
                tasks.set(at, new Task(task.id(), task.plan(), closed, progress, task.leads()));
            }
            case 2 -> {
                var leads = List.of(new Lead(
                        task.leads().getFirst().unit(), task.leads().getFirst().county(), 0));
                var id = database.task(task.plan(), 100 + tasks.size(), "DRAFTED", null, 0, leads);
                recount.write();
                database.jdbc()
                        .sql("update task set state = 'ASSIGNED' where id = :id")
                        .param("id", id)
                        .update();
                tasks.add(new Task(id, task.plan(), false, 0, leads));
            }
            case 3 -> {
                var left = new ArrayList<>(task.leads());
                if (left.size() > 1) {
                    var gone = left.removeFirst();
                    database.jdbc()
                            .sql("delete from task_unit where task_id = :task and unit_id = :unit")
                            .param("task", task.id())
                            .param("unit", gone.unit())
                            .update();
                    tasks.set(at, new Task(task.id(), task.plan(), task.closed(), task.progress(), left));
                }
            }
            default -> {
                var leads = new ArrayList<>(task.leads());
                var lead = leads.removeFirst();
                int progress = random.nextInt(101);
                database.jdbc()
                        .sql("update task_unit set progress = :progress where task_id = :task and unit_id = :unit")
                        .param("progress", progress)
                        .param("task", task.id())
                        .param("unit", lead.unit())
                        .update();
                leads.add(new Lead(lead.unit(), lead.county(), progress));
                tasks.set(at, new Task(task.id(), task.plan(), task.closed(), task.progress(), leads));
            }
        }
        return new City(city.units(), city.counties(), tasks, reports);
    }

    private static Caller supervisor(@Nullable UUID county) {
        return new Caller("s", "督导", null, null, county, Set.of("SUPERVISOR"), Set.of(), Set.of(), false);
    }

    private static Caller liaison(UUID unit) {
        return new Caller("l", "联络员", unit, "单位", null, Set.of("LIAISON"), Set.of(), Set.of(), false);
    }
}
