package org.duban.task.county;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.county.CountyLine.CountyCell;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.PlanViews;
import org.duban.task.ledger.Shares;
import org.duban.task.ledger.Sights;
import org.duban.task.ledger.TaskRow;
import org.duban.task.ledger.TaskState;
import org.duban.task.ledger.TaskViews;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The city sees each county and the whole; a county, or a unit, what is its own (behaviours.md D3, P21). */
@Repository
@Transactional(readOnly = true)
public class CountyViews {
    private static final String CELLS = """
            with cells as (
                select w.id as whole, w.ordinal, w.title, t.for_county as county, t.id as task, false as direct, t.progress
                from task t
                join task w on w.id = t.parent_id
                where t.plan_id = :plan and %s and %s
                union all
                select t.id, t.ordinal, t.title, u.county_id, t.id, true, round(avg(u.progress))::int
                from task t
                join task_unit u on u.task_id = t.id
                where t.plan_id = :plan and %s and %s and %s
                group by t.id, u.county_id)
            """;

    private final JdbcClient jdbc;
    private final TaskViews tasks;
    private final PlanViews plans;
    private final Units units;

    CountyViews(JdbcClient jdbc, TaskViews tasks, PlanViews plans, Units units) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.plans = plans;
        this.units = units;
    }

    private record Cell(UUID whole, int ordinal, String title, UUID county, UUID task, boolean direct, int progress) {}

    /** By their names: every county for the city, a county itself, and for a unit those that it has to do with. */
    public List<CountyStanding> counties(UUID plan, Caller caller) {
        plans.plan(plan, caller);
        Sight sight = caller.sight();
        List<Cell> cells = cells(plan, sight, "select * from cells", Map.of());
        Map<UUID, TaskRow> rows = rows(cells, caller);
        Map<UUID, List<Cell>> byCounty = cells.stream().collect(Collectors.groupingBy(Cell::county));
        Map<UUID, UnitRef> offices = units.countyOffices();
        Map<UUID, String> names = units.countyNames();
        Set<UUID> shown = switch (sight) {
            case Sight.Everything everything -> names.keySet();
            case Sight.OfCounty own -> Set.of(own.county());
            case Sight.OfUnit unit -> byCounty.keySet();
        };
        return shown.stream()
                .map(county -> standing(
                        county,
                        names.getOrDefault(county, ""),
                        offices.get(county),
                        byCounty.getOrDefault(county, List.of()),
                        rows))
                .sorted(Comparator.comparing(CountyStanding::name).thenComparing(CountyStanding::county))
                .toList();
    }

    private static CountyStanding standing(
            UUID county, String name, @Nullable UnitRef office, List<Cell> cells, Map<UUID, TaskRow> rows) {
        Map<Light, Integer> lights = new EnumMap<>(Light.class);
        int closed = 0;
        for (Cell cell : cells) {
            TaskRow row = rows.get(cell.task);
            if (row != null) {
                lights.merge(row.light(), 1, Integer::sum);
                closed += row.state() == TaskState.CLOSED ? 1 : 0;
            }
        }
        Integer progress = cells.isEmpty()
                ? null
                : (int) Math.round(
                        cells.stream().mapToInt(Cell::progress).average().orElse(0));
        return new CountyStanding(county, name, office, cells.size(), closed, progress, lights);
    }

    /** In the plan's order; tasks in which no county has a share are left out. */
    public Page<CountyLine> lines(UUID plan, Caller caller, Limit limit, @Nullable String cursor) {
        plans.plan(plan, caller);
        long after = cursor == null ? 0 : Cursor.decode(cursor).number(0);
        List<Cell> cells = cells(plan, caller.sight(), """
                , page as (select distinct whole, ordinal from cells where ordinal > :after order by ordinal limit :most)
                select c.* from cells c join page p on p.whole = c.whole order by c.ordinal, c.county
                """, Map.of("after", after, "most", limit.plusOne()));
        Map<UUID, TaskRow> rows = rows(cells, caller);
        Map<UUID, int[]> pieces = pieces(cells);
        Map<Integer, List<Cell>> byTask =
                cells.stream().collect(Collectors.groupingBy(Cell::ordinal, TreeMap::new, Collectors.toList()));
        List<CountyLine> lines =
                byTask.values().stream().map(of -> line(of, rows, pieces)).toList();
        return Page.of(lines, limit, line -> Cursor.encode(line.ordinal()));
    }

    private static CountyLine line(List<Cell> cells, Map<UUID, TaskRow> rows, Map<UUID, int[]> pieces) {
        Cell first = cells.getFirst();
        TaskRow whole = rows.get(first.whole);
        List<CountyCell> shown = new ArrayList<>();
        for (Cell cell : cells) {
            TaskRow row = rows.get(cell.task);
            if (row != null) {
                int[] counted = cell.direct ? null : pieces.get(cell.task);
                shown.add(new CountyCell(
                        cell.county,
                        cell.task,
                        cell.direct,
                        row.state(),
                        row.light(),
                        row.lightReason(),
                        cell.progress,
                        counted == null ? 0 : counted[0],
                        counted == null ? 0 : counted[1]));
            }
        }
        return whole == null
                ? new CountyLine(null, null, null, null, null, null, first.ordinal, first.title, shown)
                : new CountyLine(
                        whole.id(),
                        whole.state(),
                        whole.light(),
                        whole.lightReason(),
                        whole.progress(),
                        whole.dueOn(),
                        first.ordinal,
                        first.title,
                        shown);
    }

    private List<Cell> cells(UUID plan, Sight sight, String sql, Map<String, ?> parameters) {
        return jdbc.sql(CELLS.formatted(
                                Shares.GIVEN, Sights.tasks(sight), Shares.LED, Sights.tasks(sight), Sights.parts(sight))
                        + sql)
                .params(new HashMap<>(parameters))
                .params(Sights.parameters(sight))
                .param("plan", plan)
                .query(Cell.class)
                .list();
    }

    private Map<UUID, TaskRow> rows(List<Cell> cells, Caller caller) {
        Set<UUID> ids = new HashSet<>();
        cells.forEach(cell -> {
            ids.add(cell.whole);
            ids.add(cell.task);
        });
        return tasks.rows(ids, caller);
    }

    /** @return for each share how many pieces it has, and how many of them are closed */
    private Map<UUID, int[]> pieces(List<Cell> cells) {
        Map<UUID, int[]> counted = new LinkedHashMap<>();
        jdbc.sql("""
                        select parent_id, count(*) as pieces, count(*) filter (where state = 'CLOSED') as closed
                        from task
                        where parent_id = any(:shares)
                        group by parent_id
                        """)
                .param(
                        "shares",
                        cells.stream()
                                .filter(cell -> !cell.direct)
                                .map(Cell::task)
                                .toArray(UUID[]::new))
                .query(row -> {
                    counted.put(
                            row.getObject("parent_id", UUID.class),
                            new int[] {row.getInt("pieces"), row.getInt("closed")});
                });
        return counted;
    }
}
