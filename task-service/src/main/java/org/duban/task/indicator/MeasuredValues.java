package org.duban.task.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Sight;
import org.duban.task.complaint.Satisfactions;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.indicator.Measured.EnteredBy;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was measured, entered by people or counted from complaints, with each value there ever was. */
@Repository
class MeasuredValues {
    private static final int YEARS_COUNTED = 3;

    private final JdbcClient jdbc;
    private final Satisfactions satisfactions;
    private final Units units;
    private final Clock clock;

    MeasuredValues(JdbcClient jdbc, Satisfactions satisfactions, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.satisfactions = satisfactions;
        this.units = units;
        this.clock = clock;
    }

    /** What of these the caller may see, each unit its own (behaviours.md P21). */
    Map<UUID, List<Measured>> of(Collection<Indicator> indicators, Sight sight) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        Conditions conditions = new Conditions()
                .and(
                        "v.indicator_id = any(:ids)",
                        "ids",
                        indicators.stream().map(Indicator::id).toArray(UUID[]::new))
                .seenBy(sight, "v");
        Stream<Measured> entered = jdbc
                .sql("select v.* from indicator_value v where %s order by v.period, v.unit_id"
                        .formatted(conditions.where()))
                .params(conditions.params())
                .query(MeasuredValues::measured)
                .list()
                .stream();
        List<Indicator> counted = indicators.stream()
                .filter(indicator -> indicator.origin() == Origin.SATISFACTION)
                .toList();
        return Stream.concat(
                        entered.filter(value ->
                                counted.stream().noneMatch(one -> one.id().equals(value.indicatorId()))),
                        counted(counted, sight))
                .collect(Collectors.groupingBy(Measured::indicatorId));
    }

    private Stream<Measured> counted(List<Indicator> indicators, Sight sight) {
        if (indicators.isEmpty()) {
            return Stream.of();
        }
        YearMonth now = YearMonth.now(clock);
        List<Satisfactions.Measured> rated = satisfactions.measured(now.minusYears(YEARS_COUNTED), now);
        Map<UUID, UnitRef> refs = units.refs(
                rated.stream().map(Satisfactions.Measured::unitId).distinct().toList());
        List<Measured> seen = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (Satisfactions.Measured one : rated) {
                UnitRef unit = refs.get(one.unitId());
                UUID county = unit == null ? one.countyId() : unit.countyId();
                boolean own =
                        indicator.countyId() == null || indicator.countyId().equals(county);
                if (own && sight.covers(one.unitId(), county)) {
                    seen.add(counted(indicator, one, county));
                }
            }
        }
        return seen.stream();
    }

    private static Measured counted(Indicator indicator, Satisfactions.Measured one, @Nullable UUID county) {
        BigDecimal rated = BigDecimal.valueOf(one.rated());
        return new Measured(
                indicator.id(),
                one.unitId(),
                county,
                one.period().atDay(1),
                BigDecimal.valueOf(one.satisfied() * 100L).divide(rated, MathContext.DECIMAL64),
                rated,
                EnteredBy.COUNTED,
                null,
                "%d人评价，%d人满意".formatted(one.rated(), one.satisfied()),
                BusinessTime.at(one.period().atEndOfMonth().atTime(23, 59).atOffset(ZoneOffset.ofHours(8))),
                null,
                null,
                0);
    }

    Optional<Measured> one(UUID indicator, UUID unit, LocalDate period) {
        return jdbc.sql("""
                        select * from indicator_value
                        where indicator_id = :indicator and unit_id = :unit and period = :period
                        """)
                .param("indicator", indicator)
                .param("unit", unit)
                .param("period", period)
                .query(MeasuredValues::measured)
                .optional();
    }

    /** The newest value of the unit for an earlier period. */
    Optional<Measured> before(UUID indicator, UUID unit, LocalDate period) {
        return jdbc.sql("""
                        select * from indicator_value
                        where indicator_id = :indicator and unit_id = :unit and period < :period
                        order by period desc
                        limit 1
                        """)
                .param("indicator", indicator)
                .param("unit", unit)
                .param("period", period)
                .query(MeasuredValues::measured)
                .optional();
    }

    /** The caller holds the lock on the indicator. */
    void put(Measured value, @Nullable BigDecimal before) {
        jdbc.sql("""
                        insert into indicator_value (indicator_id, unit_id, county_id, period, value, weight, entered_by,
                            report_id, note, at, by_name, by_unit, version)
                        values (:indicator, :unit, :county, :period, :value, :weight, :enteredBy, :report, :note, :at, :by,
                            :byUnit, :version)
                        on conflict (indicator_id, unit_id, period) do update
                        set value = excluded.value, weight = excluded.weight, entered_by = excluded.entered_by,
                            report_id = excluded.report_id, note = excluded.note, at = excluded.at,
                            by_name = excluded.by_name, by_unit = excluded.by_unit, version = excluded.version
                        """)
                .param("indicator", value.indicatorId())
                .param("unit", value.unitId())
                .param("county", value.countyId(), Types.OTHER)
                .param("period", value.period())
                .param("value", value.value())
                .param("weight", value.weight(), Types.NUMERIC)
                .param("enteredBy", value.enteredBy().name())
                .param("report", value.reportId(), Types.OTHER)
                .param("note", value.note(), Types.VARCHAR)
                .param("at", value.at())
                .param("by", value.by(), Types.VARCHAR)
                .param("byUnit", value.byUnit(), Types.VARCHAR)
                .param("version", value.version())
                .update();
        jdbc.sql("""
                        insert into indicator_value_history (id, indicator_id, unit_id, county_id, period, before, after,
                            entered_by, note, at, by_name, by_unit)
                        values (:id, :indicator, :unit, :county, :period, :before, :after, :enteredBy, :note, :at, :by,
                            :byUnit)
                        """)
                .param("id", Ids.next())
                .param("indicator", value.indicatorId())
                .param("unit", value.unitId())
                .param("county", value.countyId(), Types.OTHER)
                .param("period", value.period())
                .param("before", before, Types.NUMERIC)
                .param("after", value.value())
                .param("enteredBy", value.enteredBy().name())
                .param("note", value.note(), Types.VARCHAR)
                .param("at", value.at())
                .param("by", value.by(), Types.VARCHAR)
                .param("byUnit", value.byUnit(), Types.VARCHAR)
                .update();
    }

    /**
     * A value that was written, and what it replaced.
     *
     * @param before null where it was the first of its period
     */
    record Change(
            UUID id,
            UUID unitId,
            LocalDate period,
            @Nullable BigDecimal before,
            BigDecimal after,
            EnteredBy enteredBy,
            @Nullable String note,
            OffsetDateTime at,
            String by,
            @Nullable String byUnit) {}

    /** Newest first. */
    List<Change> changes(UUID indicator, @Nullable UUID before, int limit, Sight sight) {
        Conditions conditions = new Conditions()
                .and("h.indicator_id = :indicator", "indicator", indicator)
                .given("h.id < :before", "before", before)
                .seenBy(sight, "h");
        return jdbc.sql("""
                        select h.* from indicator_value_history h where %s order by h.id desc limit :limit
                        """.formatted(conditions.where()))
                .params(conditions.params())
                .param("limit", limit)
                .query((row, n) -> new Change(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("period", LocalDate.class),
                        row.getBigDecimal("before"),
                        row.getBigDecimal("after"),
                        EnteredBy.valueOf(row.getString("entered_by")),
                        row.getString("note"),
                        BusinessTime.at(row.getObject("at", OffsetDateTime.class)),
                        row.getString("by_name"),
                        row.getString("by_unit")))
                .list();
    }

    private static Measured measured(ResultSet row, int n) throws SQLException {
        return new Measured(
                row.getObject("indicator_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("period", LocalDate.class),
                row.getBigDecimal("value"),
                row.getBigDecimal("weight"),
                EnteredBy.valueOf(row.getString("entered_by")),
                row.getObject("report_id", UUID.class),
                row.getString("note"),
                BusinessTime.at(row.getObject("at", OffsetDateTime.class)),
                row.getString("by_name"),
                row.getString("by_unit"),
                row.getLong("version"));
    }
}
