package org.duban.task.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.task.bulletin.Facts.Missing;
import org.duban.task.bulletin.Facts.Problem;
import org.duban.task.bulletin.Facts.Repeated;
import org.duban.task.bulletin.Facts.Still;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.overview.Overview;
import org.duban.task.overview.Overviews;
import org.duban.task.query.Conditions;
import org.duban.task.text.CharacterPairs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers a month's facts: the numbers from the dashboard's own query, the rest from the reports themselves. */
@Component
class FactsQuery {
    /** So much of a report's words may be last month's. */
    private static final double ALIKE = 0.85;
    /** Shorter words are alike by chance. */
    private static final int WORDS_WORTH_COMPARING = 10;
    /** So many reports in a row with the same progress. */
    private static final int STANDS_STILL = 2;

    private static final int MOST = 200;

    /** Reports of the period, each with the one that the unit handed in before on the same task. */
    private static final String REPORTS = """
            select r.task_id, t.title, t.standing, t.running, r.unit_id, d.name as unit_name, d.short_name as unit_short_name,
                   d.county_id as unit_county_id, d.county_name as unit_county_name, r.state,
                   r.due_on, r.progress, r.done, r.problems, before.done as before_done, before.progress as before_progress,
                   (select count(*) from report s
                    where s.task_id = r.task_id and s.unit_id = r.unit_id and s.period <= r.period and s.progress = r.progress
                      and s.period > coalesce((select max(x.period) from report x
                                               where x.task_id = r.task_id and x.unit_id = r.unit_id and x.period < r.period
                                                 and x.progress <> r.progress), '-infinity')) as months
            from report r
            join task t on t.id = r.task_id
            left join directory_unit d on d.id = r.unit_id
            left join lateral (
                select b.done, b.progress from report b
                where b.task_id = r.task_id and b.unit_id = r.unit_id and b.period < r.period and b.submitted_at is not null
                order by b.period desc
                limit 1) before on true
            where r.state <> 'WAIVED' and %s
            order by t.ordinal, unit_name, r.unit_id
            """;

    private final JdbcClient jdbc;
    private final Overviews overviews;
    private final Clock clock;

    FactsQuery(JdbcClient jdbc, Overviews overviews, Clock clock) {
        this.jdbc = jdbc;
        this.overviews = overviews;
        this.clock = clock;
    }

    private record Row(
            UUID task,
            String title,
            boolean moves,
            String unit,
            String state,
            LocalDate dueOn,
            @Nullable Integer progress,
            @Nullable String done,
            @Nullable String problems,
            @Nullable String doneBefore,
            int months) {
        boolean handedIn() {
            return state.equals("SUBMITTED") || state.equals("ACCEPTED");
        }

        /** As the dashboard counts it: past its day, or its round closed without it. */
        boolean missing(LocalDate today) {
            return state.equals("LAPSED") || !handedIn() && dueOn.isBefore(today);
        }
    }

    /** @param countyOfPlan null for the city's plans */
    Facts of(UUID plan, @Nullable UUID countyOfPlan, Period period, Caller caller) {
        Overview overview = overviews.of(period, plan, caller);
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = rows(plan, countyOfPlan, period, caller);
        return new Facts(
                overview.totals(),
                overview.trend().stream()
                        .filter(month -> !month.period().equals(period.toString()))
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                overview.units().stream()
                        .filter(unit -> unit.numbers().owed() > 0)
                        .toList(),
                overview.counties().stream()
                        .filter(county -> county.numbers().owed() > 0)
                        .toList(),
                rows.stream()
                        .filter(row -> row.missing(today))
                        .map(row -> new Missing(row.unit, row.task, row.title, row.dueOn))
                        .limit(MOST)
                        .toList(),
                rows.stream().flatMap(FactsQuery::problem).limit(MOST).toList(),
                rows.stream()
                        .flatMap(FactsQuery::repeated)
                        .sorted(Comparator.comparingInt(Repeated::percent).reversed())
                        .limit(MOST)
                        .toList(),
                rows.stream()
                        .flatMap(FactsQuery::still)
                        .sorted(Comparator.comparingInt(Still::months).reversed())
                        .limit(MOST)
                        .toList());
    }

    private List<Row> rows(UUID plan, @Nullable UUID countyOfPlan, Period period, Caller caller) {
        Conditions seen = new Conditions()
                .and("r.plan_id = :plan", "plan", plan)
                .ofPeriod(period, "r")
                .seenBy(caller.sight(), "r");
        return jdbc.sql(REPORTS.formatted(seen.where()))
                .params(seen.params())
                .query((row, number) -> row(row, countyOfPlan))
                .list();
    }

    private static Row row(ResultSet row, @Nullable UUID countyOfPlan) throws SQLException {
        return new Row(
                row.getObject("task_id", UUID.class),
                row.getString("title"),
                row.getBoolean("running") && !row.getBoolean("standing"),
                unit(row).nameIn(countyOfPlan),
                row.getString("state"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("progress", Integer.class),
                row.getString("done"),
                row.getString("problems"),
                row.getString("before_done"),
                row.getInt("months"));
    }

    private static UnitRef unit(ResultSet row) throws SQLException {
        UUID id = row.getObject("unit_id", UUID.class);
        return row.getString("unit_name") == null
                ? UnitRef.unknown(id)
                : new UnitRef(
                        id,
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        row.getObject("unit_county_id", UUID.class),
                        row.getString("unit_county_name"));
    }

    private static Stream<Problem> problem(Row row) {
        return row.handedIn() && row.problems != null && !row.problems.isBlank()
                ? Stream.of(new Problem(row.unit, row.task, row.title, row.problems))
                : Stream.empty();
    }

    private static Stream<Repeated> repeated(Row row) {
        if (!row.handedIn()
                || row.done == null
                || row.doneBefore == null
                || row.done.length() < WORDS_WORTH_COMPARING) {
            return Stream.empty();
        }
        double likeness = CharacterPairs.likeness(row.done, row.doneBefore);
        return likeness >= ALIKE
                ? Stream.of(new Repeated(row.unit, row.task, row.title, (int) Math.round(likeness * 100), row.done))
                : Stream.empty();
    }

    private static Stream<Still> still(Row row) {
        return row.handedIn() && row.moves && row.progress != null && row.progress < 100 && row.months >= STANDS_STILL
                ? Stream.of(new Still(row.unit, row.task, row.title, row.progress, row.months))
                : Stream.empty();
    }
}
