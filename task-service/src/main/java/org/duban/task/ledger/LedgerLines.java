package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger from its first line to its last, a piece at a time, each piece in few statements. */
@Repository
public class LedgerLines {
    private static final int MOST_NAMED = 10_000;

    private static final String COLUMNS = """
            t.id, t.plan_id, t.ordinal, t.number, t.title, t.body, t.state, t.due_on, t.original_due_on, t.kind, t.light, t.progress,
            t.assigned_on, t.repeats, t.cycle_from, t.cycle_to, t.county_id, t.remark
            """;

    // In the order of the index, so that nothing is sorted here. Of cooperating units the place is negative.
    private static final String PARTS = """
            select task_id,
                   cast(array_agg(case part when 'LEAD' then place else -1 - place end) as text) as places,
                   cast(array_agg(unit_id) as text) as units
            from task_unit
            where task_id = any(:ids)
            group by task_id
            """;

    // Planning anew for each piece, with its thousand ids, costs more than reading it.
    private static final String FOR_ALL_PIECES = "set local plan_cache_mode = force_generic_plan";

    private final JdbcClient jdbc;
    private final Units units;
    private final Milestones milestones;
    private final LastReports lastReports;
    private final LedgerEntries entries;
    private final Clock clock;

    LedgerLines(
            JdbcClient jdbc,
            Units units,
            Milestones milestones,
            LastReports lastReports,
            LedgerEntries entries,
            Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.milestones = milestones;
        this.lastReports = lastReports;
        this.entries = entries;
        this.clock = clock;
    }

    /** How far a ledger has been read, and the names that were met. One thread at a time goes on with it. */
    public static final class Reading {
        private final TaskFilter filter;
        private final Sight sight;
        private final LocalDate today;
        private final Map<UUID, String> plans = new HashMap<>();
        private final Map<UUID, String> counties = new HashMap<>();
        private final Map<UUID, UnitRef> units = new HashMap<>();
        private final Map<Together, Parts> together = new HashMap<>();
        private @Nullable UUID lastPlan;
        private int lastOrdinal;

        private Reading(TaskFilter filter, Sight sight, LocalDate today) {
            this.filter = filter;
            this.sight = sight;
            this.today = today;
        }
    }

    public Reading of(TaskFilter filter, Caller caller) {
        return new Reading(filter, caller.sight(), LocalDate.now(clock));
    }

    /** @return the next lines in the order of {@link TaskViews#list}; none at the end */
    @Transactional(readOnly = true)
    public List<LedgerLine> next(Reading reading, int most) {
        jdbc.sql(FOR_ALL_PIECES).update();
        List<Stored> found = found(reading, most);
        if (found.isEmpty()) {
            return List.of();
        }
        reading.lastPlan = found.getLast().planId;
        reading.lastOrdinal = found.getLast().ordinal;
        UUID[] ids = found.stream().map(Stored::id).toArray(UUID[]::new);
        meet(reading, found);
        Map<UUID, Parts> parts = parts(reading, ids);
        Map<UUID, TaskRow.LastReport> last = lastReports.of(ids, reading.sight, reading.today);
        Map<UUID, List<Milestone>> expected = milestones.of(ids);
        Map<UUID, List<Indicator>> indicators = entries.indicators(ids);
        List<LedgerLine> lines = new ArrayList<>(found.size());
        for (Stored task : found) {
            Parts ofTask = parts.getOrDefault(task.id, Parts.NONE);
            lines.add(task.line(
                    reading,
                    ofTask,
                    expected.getOrDefault(task.id, List.of()),
                    last.get(task.id),
                    indicators.getOrDefault(task.id, List.of())));
        }
        return lines;
    }

    private List<Stored> found(Reading reading, int most) {
        StringBuilder sql = new StringBuilder("select ").append(COLUMNS).append("from task t\n");
        Map<String, Object> parameters = new HashMap<>();
        TaskViews.narrow(reading.filter, reading.sight, sql, parameters);
        TaskViews.after(reading.lastPlan, reading.lastOrdinal, sql, parameters);
        sql.append(" order by t.plan_id desc, t.ordinal limit :limit");
        parameters.put("limit", most);
        return jdbc.sql(sql.toString()).params(parameters).query(Stored::of).list();
    }

    private void meet(Reading reading, List<Stored> found) {
        Set<UUID> plans = found.stream()
                .map(Stored::planId)
                .filter(plan -> !reading.plans.containsKey(plan))
                .collect(Collectors.toSet());
        if (!plans.isEmpty()) {
            jdbc.sql("select id, title from plan where id = any(:ids)")
                    .param("ids", plans.toArray(UUID[]::new))
                    .query(row -> {
                        reading.plans.put(row.getObject("id", UUID.class), row.getString("title"));
                    });
        }
        if (reading.counties.isEmpty() && found.stream().anyMatch(task -> task.countyId != null)) {
            reading.counties.putAll(units.countyNames());
        }
    }

    private record Parts(List<UnitRef> leads, List<UnitRef> cooperators) {
        static final Parts NONE = new Parts(List.of(), List.of());
    }

    /** The texts of two arrays. Few units do many tasks together, so each combination is read once. */
    private record Together(String places, String units) {

        UUID[] ids() {
            return elements(units).map(UUID::fromString).toArray(UUID[]::new);
        }

        Parts parts(Map<UUID, UnitRef> known) {
            int[] at = elements(places).mapToInt(Integer::parseInt).toArray();
            UUID[] ids = ids();
            return new Parts(
                    units(i -> at[i] >= 0, i -> at[i], ids, known), units(i -> at[i] < 0, i -> -at[i], ids, known));
        }

        private static List<UnitRef> units(
                IntPredicate wanted, IntUnaryOperator place, UUID[] ids, Map<UUID, UnitRef> known) {
            return IntStream.range(0, ids.length)
                    .filter(wanted)
                    .boxed()
                    .sorted(Comparator.comparingInt(place::applyAsInt))
                    .map(i -> known.getOrDefault(ids[i], UnitRef.unknown(ids[i])))
                    .toList();
        }

        private static Stream<String> elements(String array) {
            return Arrays.stream(array.substring(1, array.length() - 1).split(","));
        }
    }

    private Map<UUID, Parts> parts(Reading reading, UUID[] ids) {
        Map<UUID, Together> found = new HashMap<>();
        jdbc.sql(PARTS).param("ids", ids).query(row -> {
            found.put(row.getObject(1, UUID.class), new Together(row.getString(2), row.getString(3)));
        });
        if (reading.together.size() > MOST_NAMED) {
            reading.together.clear();
        }
        Set<Together> unmet = found.values().stream()
                .filter(one -> !reading.together.containsKey(one))
                .collect(Collectors.toSet());
        reading.units.putAll(units.refs(unmet.stream()
                .flatMap(one -> Arrays.stream(one.ids()))
                .filter(unit -> !reading.units.containsKey(unit))
                .collect(Collectors.toSet())));
        unmet.forEach(one -> reading.together.put(one, one.parts(reading.units)));
        Map<UUID, Parts> parts = new HashMap<>();
        found.forEach((task, one) -> parts.put(task, reading.together.getOrDefault(one, Parts.NONE)));
        return parts;
    }

    private record Stored(
            UUID id,
            UUID planId,
            int ordinal,
            @Nullable String number,
            String title,
            String body,
            TaskState state,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate originalDueOn,
            TaskKind kind,
            Light light,
            int progress,
            @Nullable LocalDate assignedOn,
            @Nullable Cycle cycle,
            @Nullable UUID countyId,
            @Nullable String remark) {

        LedgerLine line(
                Reading reading,
                Parts parts,
                List<Milestone> milestones,
                TaskRow.@Nullable LastReport last,
                List<Indicator> indicators) {
            return new LedgerLine(
                    id,
                    planId,
                    reading.plans.getOrDefault(planId, ""),
                    ordinal,
                    number,
                    title,
                    body,
                    state,
                    dueOn,
                    originalDueOn,
                    kind,
                    light,
                    progress,
                    Schedule.expected(
                            state,
                            Schedule.beganOn(assignedOn, cycle),
                            kind == TaskKind.STANDING ? null : dueOn,
                            milestones,
                            reading.today),
                    parts.leads,
                    parts.cooperators,
                    countyId,
                    countyId == null ? null : reading.counties.get(countyId),
                    last == null ? null : last.period(),
                    indicators,
                    remark);
        }

        static Stored of(ResultSet row, int n) throws SQLException {
            return new Stored(
                    row.getObject("id", UUID.class),
                    row.getObject("plan_id", UUID.class),
                    row.getInt("ordinal"),
                    row.getString("number"),
                    row.getString("title"),
                    row.getString("body"),
                    TaskState.valueOf(row.getString("state")),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("original_due_on", LocalDate.class),
                    TaskKind.valueOf(row.getString("kind")),
                    Light.valueOf(row.getString("light")),
                    row.getInt("progress"),
                    row.getObject("assigned_on", LocalDate.class),
                    Tasks.cycle(row),
                    row.getObject("county_id", UUID.class),
                    row.getString("remark"));
        }
    }
}
