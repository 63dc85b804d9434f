package org.duban.task.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Sight;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Indicators as the database keeps them, with where they are stated and who measures them. */
@Repository
class Indicators {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Indicators(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Who measures an indicator sees it; a county also sees its own. What the public thinks is seen by all, each their own
     * share (behaviours.md P21).
     */
    static Conditions seenBy(Conditions conditions, Sight sight) {
        conditions.and("i.joined_to is null");
        return switch (sight) {
            case Sight.Everything() -> conditions;
            case Sight.OfCounty(var county) -> conditions.and("""
                    (i.county_id = :sight or i.origin = 'SATISFACTION' and i.county_id is null or exists (
                        select from indicator_unit s where s.indicator_id = i.id and s.county_id = :sight))
                    """, "sight", county);
            case Sight.OfUnit(var unit) -> conditions.and("""
                    (i.origin = 'SATISFACTION' and (i.county_id is null or i.county_id = (
                         select d.county_id from directory_unit d where d.id = :sight))
                     or exists (
                        select from indicator_unit s where s.indicator_id = i.id and s.unit_id = :sight))
                    """, "sight", unit);
        };
    }

    /** @param limit 0 for all; newest first */
    List<Indicator> find(Conditions conditions, int limit) {
        return whole(jdbc.sql("select i.* from indicator i where %s order by i.id desc limit :most"
                        .formatted(conditions.where()))
                .params(conditions.params())
                .param("most", limit == 0 ? Integer.MAX_VALUE : limit)
                .query(Indicators::row)
                .list());
    }

    Optional<Indicator> find(UUID id) {
        return find(new Conditions().and("i.joined_to is null").and("i.id = :id", "id", id), 1).stream()
                .findFirst();
    }

    /** Locks those there are, always in the same order. */
    List<Indicator> locked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return whole(jdbc.sql("""
                        select i.* from indicator i where i.id = any(:ids) and i.joined_to is null order by i.id for update
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Indicators::row)
                .list());
    }

    Optional<Indicator> locked(UUID id) {
        return locked(List.of(id)).stream().findFirst();
    }

    void add(Indicator indicator, OffsetDateTime at) {
        begin(List.of(indicator), List.of(), at);
        writeYearly(indicator);
    }

    /** The caller holds the lock on the row. */
    void save(Indicator indicator, OffsetDateTime at) {
        jdbc.sql("""
                        update indicator
                        set version = :version, name = :name, measure = :measure, operator = :operator, value = :value,
                            upper = :upper, soft = :soft, due_on = :dueOn, cycle = :cycle, roll_up = :rollUp,
                            origin = :origin, updated_at = :at
                        where id = :id
                        """)
                .param("id", indicator.id())
                .param("version", indicator.version())
                .param("name", indicator.name())
                .param("measure", indicator.target().measure())
                .param("operator", indicator.target().operator().symbol())
                .param("value", indicator.target().value())
                .param("upper", indicator.target().upper(), Types.NUMERIC)
                .param("soft", indicator.target().soft())
                .param("dueOn", indicator.dueOn(), Types.DATE)
                .param("cycle", indicator.cycle().name())
                .param("rollUp", indicator.rollUp().name())
                .param("origin", indicator.origin().name())
                .param("at", at)
                .update();
        jdbc.sql("delete from indicator_target where indicator_id = :id")
                .param("id", indicator.id())
                .update();
        writeYearly(indicator);
    }

    private void writeYearly(Indicator indicator) {
        indicator
                .yearly()
                .forEach((year, target) -> jdbc.sql("""
                        insert into indicator_target (indicator_id, year, value, upper)
                        values (:id, :year, :value, :upper)
                        """)
                        .param("id", indicator.id())
                        .param("year", year)
                        .param("value", target.value())
                        .param("upper", target.upper(), Types.NUMERIC)
                        .update());
    }

    /** Drops those of these that nothing states and nothing was ever measured of. */
    void dropIdle(Collection<UUID> ids) {
        UUID[] idle = jdbc.sql("""
                        delete from indicator i
                        where i.id = any(:ids)
                          and not exists (select from indicator_source s where s.indicator_id = i.id)
                          and not exists (select from indicator_value v where v.indicator_id = i.id)
                        returning i.id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        for (String table : List.of("indicator_unit", "indicator_target")) {
            jdbc.sql("delete from " + table + " where indicator_id = any(:ids)")
                    .param("ids", idle)
                    .update();
        }
    }

    /**
     * A place where an indicator is stated.
     *
     * @param taskId null for a goal of the whole plan
     */
    record Source(
            UUID id,
            UUID indicatorId,
            UUID planId,
            @Nullable UUID taskId,
            String text) {}

    List<Source> sources(UUID plan) {
        return jdbc.sql(
                        "select id, indicator_id, plan_id, task_id, text from indicator_source where plan_id = :plan order by id")
                .param("plan", plan)
                .query(Source.class)
                .list();
    }

    List<Source> sourcesOfTask(UUID task) {
        return jdbc.sql(
                        "select id, indicator_id, plan_id, task_id, text from indicator_source where task_id = :task order by id")
                .param("task", task)
                .query(Source.class)
                .list();
    }

    /** Those that a plan has just stated: a ledger may bring thousands. */
    void begin(List<Indicator> begun, List<Source> sources, OffsetDateTime at) {
        batches.batchUpdate(
                """
                insert into indicator (id, version, name, measure, operator, value, upper, soft, due_on, cycle, roll_up, origin,
                    county_id, created_at, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                begun.stream()
                        .map(one -> new @Nullable Object[] {
                            one.id(),
                            one.version(),
                            one.name(),
                            one.target().measure(),
                            one.target().operator().symbol(),
                            one.target().value(),
                            one.target().upper(),
                            one.target().soft(),
                            one.dueOn(),
                            one.cycle().name(),
                            one.rollUp().name(),
                            one.origin().name(),
                            one.countyId(),
                            at,
                            at
                        })
                        .toList());
        batches.batchUpdate(
                "insert into indicator_source (id, indicator_id, plan_id, task_id, text) values (?, ?, ?, ?, ?)",
                sources.stream()
                        .map(one -> new @Nullable Object[] {
                            one.id(), one.indicatorId(), one.planId(), one.taskId(), one.text()
                        })
                        .toList());
    }

    void rewordSource(UUID source, String text) {
        jdbc.sql("update indicator_source set text = :text where id = :id")
                .param("text", text)
                .param("id", source)
                .update();
    }

    void dropSource(UUID source) {
        jdbc.sql("delete from indicator_source where id = :id")
                .param("id", source)
                .update();
    }

    int sourceCount(UUID indicator) {
        return jdbc.sql("select count(*) from indicator_source where indicator_id = :id")
                .param("id", indicator)
                .query(Integer.class)
                .single();
    }

    /** The lead units of the tasks that state it measure it, and whom a person added; who has measured it stays. */
    void followLeads(Collection<UUID> ids) {
        UUID[] of = ids.toArray(UUID[]::new);
        jdbc.sql("""
                        insert into indicator_unit (indicator_id, unit_id, county_id, by_hand)
                        select distinct s.indicator_id, u.unit_id, u.county_id, false
                        from indicator_source s
                        join task_unit u on u.task_id = s.task_id and u.part = 'LEAD'
                        where s.indicator_id = any(:ids)
                        on conflict do nothing
                        """).param("ids", of).update();
        jdbc.sql("""
                        delete from indicator_unit w
                        where w.indicator_id = any(:ids) and not w.by_hand
                          and not exists (
                            select from indicator_source s
                            join task_unit u on u.task_id = s.task_id and u.part = 'LEAD'
                            where s.indicator_id = w.indicator_id and u.unit_id = w.unit_id)
                          and not exists (
                            select from indicator_value v
                            where v.indicator_id = w.indicator_id and v.unit_id = w.unit_id)
                        """).param("ids", of).update();
    }

    record Measuring(
            UUID indicatorId, UUID unitId, @Nullable UUID countyId, boolean byHand) {}

    List<Measuring> measuring(Collection<UUID> ids) {
        return jdbc.sql("""
                        select indicator_id, unit_id, county_id, by_hand from indicator_unit
                        where indicator_id = any(:ids)
                        order by indicator_id, county_id nulls first, unit_id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Measuring.class)
                .list();
    }

    Optional<Measuring> measuring(UUID indicator, UUID unit) {
        return measuring(List.of(indicator)).stream()
                .filter(one -> one.unitId().equals(unit))
                .findFirst();
    }

    void alsoMeasuredBy(UUID indicator, UUID unit, @Nullable UUID county) {
        jdbc.sql("""
                        insert into indicator_unit (indicator_id, unit_id, county_id, by_hand)
                        values (:id, :unit, :county, false)
                        on conflict do nothing
                        """)
                .param("id", indicator)
                .param("unit", unit)
                .param("county", county, Types.OTHER)
                .update();
    }

    /** @param counties each unit's county */
    void replaceByHand(UUID indicator, Collection<UUID> units, Map<UUID, Optional<UUID>> counties) {
        jdbc.sql("delete from indicator_unit where indicator_id = :id and by_hand")
                .param("id", indicator)
                .update();
        for (UUID unit : units) {
            jdbc.sql("""
                            insert into indicator_unit (indicator_id, unit_id, county_id, by_hand)
                            values (:id, :unit, :county, true)
                            on conflict (indicator_id, unit_id) do update set by_hand = true
                            """)
                    .param("id", indicator)
                    .param("unit", unit)
                    .param(
                            "county",
                            counties.getOrDefault(unit, Optional.empty()).orElse(null),
                            Types.OTHER)
                    .update();
        }
        // Who has measured it goes on being shown.
        jdbc.sql("""
                        insert into indicator_unit (indicator_id, unit_id, county_id, by_hand)
                        select distinct indicator_id, unit_id, county_id, false from indicator_value
                        where indicator_id = :id
                        on conflict do nothing
                        """).param("id", indicator).update();
        followLeads(List.of(indicator));
    }

    /** Everything that was the other's is this one's from now on. Where both have a value, the later one stands. */
    void take(UUID indicator, UUID other) {
        for (String sql : List.of(
                "update indicator_source set indicator_id = :to where indicator_id = :from",
                """
                insert into indicator_unit (indicator_id, unit_id, county_id, by_hand)
                select :to, unit_id, county_id, by_hand from indicator_unit where indicator_id = :from
                on conflict do nothing
                """,
                "delete from indicator_unit where indicator_id = :from",
                "update indicator_value_history set indicator_id = :to where indicator_id = :from",
                """
                insert into indicator_value
                select :to, unit_id, county_id, period, value, weight, entered_by, report_id, note, at, by_name, by_unit, version
                from indicator_value where indicator_id = :from
                on conflict (indicator_id, unit_id, period) do update
                set value = excluded.value, weight = excluded.weight, entered_by = excluded.entered_by,
                    report_id = excluded.report_id, note = excluded.note, at = excluded.at, by_name = excluded.by_name,
                    by_unit = excluded.by_unit, version = indicator_value.version + 1
                where indicator_value.at < excluded.at
                """,
                "delete from indicator_value where indicator_id = :from",
                "update indicator set joined_to = :to where id = :from")) {
            jdbc.sql(sql).param("to", indicator).param("from", other).update();
        }
    }

    void keepApart(UUID one, UUID other, OffsetDateTime at, String by) {
        Apart pair = Apart.of(one, other);
        jdbc.sql("""
                        insert into indicator_apart (one, other, at, by_name) values (:one, :other, :at, :by)
                        on conflict do nothing
                        """)
                .param("one", pair.one())
                .param("other", pair.other())
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** Two that a person has told apart, the lesser id first. */
    record Apart(UUID one, UUID other) {
        static Apart of(UUID one, UUID other) {
            return one.toString().compareTo(other.toString()) < 0 ? new Apart(one, other) : new Apart(other, one);
        }
    }

    List<Apart> apart() {
        return jdbc.sql("select one, other from indicator_apart")
                .query(Apart.class)
                .list();
    }

    private record Row(
            UUID id,
            long version,
            String name,
            Target target,
            @Nullable LocalDate dueOn,
            Cycle cycle,
            RollUp rollUp,
            Origin origin,
            @Nullable UUID countyId) {

        Indicator indicator(SortedMap<Integer, Target> yearly) {
            return new Indicator(id, version, name, target, dueOn, yearly, cycle, rollUp, origin, countyId);
        }
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("name"),
                new Target(
                        Target.operator(row.getString("operator")),
                        row.getBigDecimal("value"),
                        row.getBigDecimal("upper"),
                        row.getBoolean("soft"),
                        row.getString("measure")),
                row.getObject("due_on", LocalDate.class),
                Cycle.valueOf(row.getString("cycle")),
                RollUp.valueOf(row.getString("roll_up")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("county_id", UUID.class));
    }

    private List<Indicator> whole(List<Row> rows) {
        Map<UUID, SortedMap<Integer, Target>> yearly = yearly(rows);
        return rows.stream()
                .map(row -> row.indicator(yearly.getOrDefault(row.id, new TreeMap<>())))
                .toList();
    }

    private Map<UUID, SortedMap<Integer, Target>> yearly(List<Row> rows) {
        record OfYear(
                UUID indicatorId,
                int year,
                BigDecimal value,
                @Nullable BigDecimal upper) {}
        if (rows.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<UUID, Row> byId = rows.stream().collect(Collectors.toMap(Row::id, row -> row));
        Map<UUID, SortedMap<Integer, Target>> yearly = new HashMap<>();
        jdbc.sql("select indicator_id, year, value, upper from indicator_target where indicator_id = any(:ids)")
                .param("ids", new ArrayList<>(byId.keySet()).toArray(UUID[]::new))
                .query(OfYear.class)
                .list()
                .forEach(one -> {
                    Target last = Objects.requireNonNull(byId.get(one.indicatorId)).target;
                    yearly.computeIfAbsent(one.indicatorId, it -> new TreeMap<>())
                            .put(
                                    one.year,
                                    new Target(last.operator(), one.value, one.upper, last.soft(), last.measure()));
                });
        return yearly;
    }
}
