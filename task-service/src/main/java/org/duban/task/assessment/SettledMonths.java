package org.duban.task.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.assessment.Measure.Opens;
import org.duban.task.assessment.ScoringRules.Tally;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Months that were settled: by which rules, who with what, and each line. */
@Repository
class SettledMonths {
    private static final int LINES_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ScoringRuleSets ruleSets;

    SettledMonths(JdbcClient jdbc, JdbcOperations batches, ScoringRuleSets ruleSets) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.ruleSets = ruleSets;
    }

    record Settled(YearMonth month, ScoringRules rules, OffsetDateTime at, String by, LocalDate appealBy) {}

    /** @param id of the unit's sheet */
    record Announced(
            UUID id, YearMonth month, UUID unitId, @Nullable UUID countyId, BigDecimal total, int place) {}

    Optional<Settled> find(YearMonth month) {
        return jdbc.sql("select * from assessment_month where month = :month")
                .param("month", month.atDay(1))
                .query(this::settled)
                .optional();
    }

    /** The newest first. */
    List<Settled> all(int most) {
        return jdbc.sql("select * from assessment_month order by month desc limit :most")
                .param("most", most)
                .query(this::settled)
                .list();
    }

    /** Whoever settles the month waits for those who give points in it, and they for the settlement; until the transaction ends. */
    void hold(YearMonth month, boolean alone) {
        jdbc.sql("select pg_advisory_xact_lock%s(hashtext('assessment'), :month)::text"
                        .formatted(alone ? "" : "_shared"))
                .param("month", month.getYear() * 100 + month.getMonthValue())
                .query(String.class)
                .optional();
    }

    /** Rounds of the month that still take reports. */
    int openRounds(YearMonth month) {
        return jdbc.sql("select count(*) from round where month = :first and state = 'OPEN'")
                .param("first", month.atDay(1))
                .query(Integer.class)
                .single();
    }

    void add(Settled settled, List<Announced> scores, List<ScoreLine> lines) {
        jdbc.sql("""
                        insert into assessment_month (month, rules, settled_at, settled_by, appeal_by)
                        values (:month, cast(:rules as jsonb), :at, :by, :appealBy)
                        """)
                .param("month", settled.month().atDay(1))
                .param("rules", ruleSets.write(settled.rules()))
                .param("at", settled.at())
                .param("by", settled.by())
                .param("appealBy", settled.appealBy())
                .update();
        batches.batchUpdate(
                "insert into assessment_score (id, month, unit_id, county_id, total, place) values (?, ?, ?, ?, ?, ?)",
                scores,
                LINES_AT_ONCE,
                (row, score) -> {
                    row.setObject(1, score.id());
                    row.setObject(2, score.month().atDay(1));
                    row.setObject(3, score.unitId());
                    row.setObject(4, score.countyId(), Types.OTHER);
                    row.setBigDecimal(5, score.total());
                    row.setInt(6, score.place());
                });
        addLines(lines, settled.at());
    }

    void addLines(List<ScoreLine> lines, OffsetDateTime at) {
        batches.batchUpdate("""
                insert into assessment_line (id, month, unit_id, county_id, measure, opens, fact_id, task_id, day, words,
                                             points, corrects, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, LINES_AT_ONCE, (row, line) -> {
            row.setObject(1, line.id());
            row.setObject(2, line.month().atDay(1));
            row.setObject(3, line.unitId());
            row.setObject(4, line.countyId(), Types.OTHER);
            row.setString(5, line.measure().name());
            row.setString(6, line.opens().name());
            row.setObject(7, line.factId());
            row.setObject(8, line.taskId(), Types.OTHER);
            row.setObject(9, line.day());
            row.setString(10, line.words());
            row.setBigDecimal(11, line.points());
            row.setObject(12, line.corrects(), Types.OTHER);
            row.setObject(13, at);
        });
    }

    List<Announced> scores(YearMonth month) {
        return jdbc.sql("select * from assessment_score where month = :month order by place, unit_id")
                .param("month", month.atDay(1))
                .query(SettledMonths::announced)
                .list();
    }

    Optional<Announced> sheet(UUID id) {
        return jdbc.sql("select * from assessment_score where id = :id")
                .param("id", id)
                .query(SettledMonths::announced)
                .optional();
    }

    /** What was counted, less what was taken back since. */
    Map<UUID, Map<Measure, Tally>> tallies(YearMonth month) {
        Map<UUID, Map<Measure, Tally>> tallies = new HashMap<>();
        jdbc.sql("""
                        select unit_id, measure, count(*) filter (where corrects is null) as facts, sum(points) as points
                        from assessment_line where month = :month
                        group by unit_id, measure
                        """).param("month", month.atDay(1)).query(row -> {
            tallies.computeIfAbsent(row.getObject("unit_id", UUID.class), it -> new EnumMap<>(Measure.class))
                    .put(
                            Measure.valueOf(row.getString("measure")),
                            new Tally(row.getInt("facts"), row.getBigDecimal("points")));
        });
        return tallies;
    }

    List<ScoreLine> lines(YearMonth month, UUID unit) {
        return new ArrayList<>(jdbc.sql("""
                        select * from assessment_line where month = :month and unit_id = :unit order by day, added_at, id
                        """)
                .param("month", month.atDay(1))
                .param("unit", unit)
                .query(SettledMonths::line)
                .list());
    }

    Optional<ScoreLine> line(UUID id) {
        return jdbc.sql("select * from assessment_line where id = :id")
                .param("id", id)
                .query(SettledMonths::line)
                .optional();
    }

    private Settled settled(ResultSet row, int n) throws SQLException {
        return new Settled(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                ruleSets.read(row.getString("rules")),
                BusinessTime.at(row.getObject("settled_at", OffsetDateTime.class)),
                row.getString("settled_by"),
                row.getObject("appeal_by", LocalDate.class));
    }

    private static Announced announced(ResultSet row, int n) throws SQLException {
        return new Announced(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getBigDecimal("total"),
                row.getInt("place"));
    }

    private static ScoreLine line(ResultSet row, int n) throws SQLException {
        return new ScoreLine(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                Measure.valueOf(row.getString("measure")),
                Opens.valueOf(row.getString("opens")),
                row.getObject("fact_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                row.getBigDecimal("points"),
                row.getObject("corrects", UUID.class));
    }
}
