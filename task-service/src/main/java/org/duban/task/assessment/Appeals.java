package org.duban.task.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.assessment.Appeal.Decision;
import org.duban.task.assessment.Appeal.Said;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appeals as the database keeps them. */
@Repository
class Appeals {
    private final JdbcClient jdbc;

    Appeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where the line has been appealed against before, and not taken back; waits for whoever just does */
    boolean add(Appeal appeal) {
        return jdbc.sql("""
                        insert into assessment_appeal (id, version, line_id, month, unit_id, county_id, state, words,
                                                       appealed_at, appealed_by)
                        values (:id, :version, :line, :month, :unit, :county, :state, :words, :at, :by)
                        on conflict (line_id) where state <> 'WITHDRAWN' do nothing
                        """)
                        .param("id", appeal.id())
                        .param("version", appeal.version())
                        .param("line", appeal.lineId())
                        .param("month", appeal.month().atDay(1))
                        .param("unit", appeal.unitId())
                        .param("county", appeal.countyId(), Types.OTHER)
                        .param("state", appeal.state().name())
                        .param("words", appeal.appealed().words())
                        .param("at", appeal.appealed().at())
                        .param("by", appeal.appealed().by())
                        .update()
                == 1;
    }

    /** Finds and holds it until the transaction ends, so that of two decisions the second sees the first. */
    Optional<Appeal> locked(UUID id) {
        return jdbc.sql("select * from assessment_appeal where id = :id for update")
                .param("id", id)
                .query(Appeals::appeal)
                .optional();
    }

    /** The caller holds the row. */
    void save(Appeal appeal) {
        Decision decision = appeal.decision();
        jdbc.sql("""
                        update assessment_appeal
                        set version = :version, state = :state, restored = :restored, decision = :decision,
                            decided_at = :at, decided_by = :by
                        where id = :id
                        """)
                .param("version", appeal.version())
                .param("state", appeal.state().name())
                .param("restored", decision == null ? null : decision.restored(), Types.NUMERIC)
                .param("decision", decision == null ? null : decision.said().words(), Types.VARCHAR)
                .param("at", decision == null ? null : decision.said().at(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", decision == null ? null : decision.said().by(), Types.VARCHAR)
                .param("id", appeal.id())
                .update();
    }

    private static Appeal appeal(ResultSet row, int n) throws SQLException {
        return new Appeal(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("line_id", UUID.class),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                AppealState.valueOf(row.getString("state")),
                new Said(
                        BusinessTime.at(row.getObject("appealed_at", OffsetDateTime.class)),
                        row.getString("appealed_by"),
                        row.getString("words")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        BigDecimal restored = row.getBigDecimal("restored");
        return at == null
                ? null
                : new Decision(
                        new Said(BusinessTime.at(at), row.getString("decided_by"), row.getString("decision")),
                        restored);
    }
}
