package org.duban.task.complaint;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.duban.kit.security.Caller;
import org.duban.task.complaint.Satisfaction.SatisfactionOfCounty;
import org.duban.task.complaint.Satisfaction.SatisfactionOfMonth;
import org.duban.task.complaint.Satisfaction.SatisfactionOfUnit;
import org.duban.task.complaint.Satisfaction.SatisfactionRate;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts ratings by the month in which they were given. */
@Repository
@Transactional(readOnly = true)
public class Satisfactions {
    private static final String MEASURED = """
            select date_trunc('month', c.rated_on)::date as period, c.county_id, c.unit_id, count(*) as rated,
                   count(*) filter (where c.rating >= %d) as satisfied
            from complaint c
            where c.rating is not null and c.rated_on >= :from and c.rated_on < :before and %s
            group by 1, 2, 3
            order by 1, 2, 3
            """;

    private final JdbcClient jdbc;
    private final Units units;

    Satisfactions(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The ratings of one month, county and unit, as an indicator counts them: rates of larger wholes come from sums.
     *
     * @param countyId the one addressed; null for the city
     * @param unitId the one that answered
     */
    public record Measured(YearMonth period, @Nullable UUID countyId, UUID unitId, int rated, int satisfied) {}

    /** @return everything rated from the first month to the last, whoever asks */
    public List<Measured> measured(YearMonth first, YearMonth last) {
        return measured(new Conditions(), first, last);
    }

    public Satisfaction of(YearMonth first, YearMonth last, @Nullable UUID county, @Nullable UUID unit, Caller caller) {
        Conditions conditions = new Conditions()
                .given("c.county_id = :county", "county", county)
                .given("c.unit_id = :unit", "unit", unit);
        List<Measured> all = measured(ComplaintViews.seenBy(conditions, caller.sight()), first, last);
        Map<UUID, String> counties = units.countyNames();
        Map<UUID, UnitRef> refs =
                units.refs(all.stream().map(Measured::unitId).distinct().toList());
        return new Satisfaction(
                Satisfaction.TARGET,
                rate(all),
                by(all, one -> one.period().toString()).entrySet().stream()
                        .map(month -> new SatisfactionOfMonth(month.getKey(), rate(month.getValue())))
                        .toList(),
                by(all, one -> one.countyId() == null ? "" : one.countyId().toString()).values().stream()
                        .map(of -> ofCounty(of, counties))
                        .toList(),
                by(all, one -> one.unitId().toString()).values().stream()
                        .map(of -> ofUnit(of, refs))
                        .toList());
    }

    private static SatisfactionOfCounty ofCounty(List<Measured> measured, Map<UUID, String> names) {
        UUID county = measured.getFirst().countyId();
        return new SatisfactionOfCounty(
                county, county == null ? "市本级" : names.getOrDefault(county, "未登记"), rate(measured));
    }

    private static SatisfactionOfUnit ofUnit(List<Measured> measured, Map<UUID, UnitRef> refs) {
        UUID unit = measured.getFirst().unitId();
        UnitRef ref = refs.get(unit);
        return new SatisfactionOfUnit(unit, ref == null ? "未登记单位" : ref.name(), rate(measured));
    }

    private static Map<String, List<Measured>> by(List<Measured> measured, Function<Measured, String> key) {
        Map<String, List<Measured>> grouped = new TreeMap<>();
        measured.forEach(one ->
                grouped.computeIfAbsent(key.apply(one), it -> new ArrayList<>()).add(one));
        return grouped;
    }

    private static SatisfactionRate rate(List<Measured> measured) {
        return SatisfactionRate.of(
                measured.stream().mapToInt(Measured::rated).sum(),
                measured.stream().mapToInt(Measured::satisfied).sum());
    }

    private List<Measured> measured(Conditions conditions, YearMonth first, YearMonth last) {
        return jdbc.sql(MEASURED.formatted(Satisfaction.SATISFIED, conditions.where()))
                .params(conditions.params())
                .param("from", first.atDay(1))
                .param("before", last.plusMonths(1).atDay(1))
                .query((row, n) -> new Measured(
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getObject("county_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getInt("rated"),
                        row.getInt("satisfied")))
                .list();
    }
}
