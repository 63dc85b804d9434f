package org.duban.task.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.duban.task.ledger.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Which rules are in force in which month: the city's, else the usual ones. Rows are only added. */
@Repository
class ScoringRuleSets {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoringRuleSets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param superseded others were adopted before its month came */
    record Adopted(
            UUID id,
            YearMonth from,
            ScoringRules rules,
            String reason,
            OffsetDateTime at,
            String by,
            boolean superseded) {}

    /** The latest month first. */
    List<Adopted> history() {
        return jdbc.sql("select * from scoring_rules order by from_month desc, id desc")
                .query(this::adopted)
                .list();
    }

    ScoringRules inForce(YearMonth month) {
        return history().stream()
                .filter(one -> !one.superseded() && !one.from().isAfter(month))
                .findFirst()
                .map(Adopted::rules)
                .orElse(ScoringRules.USUAL);
    }

    /** One at a time adopts; until the transaction ends. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('scoring rules'))::text")
                .query(String.class)
                .optional();
    }

    /** What was to come from that month on or later comes no more. The caller holds the rules. */
    void add(Adopted adopted) {
        jdbc.sql("update scoring_rules set superseded = true where not superseded and from_month >= :from")
                .param("from", adopted.from().atDay(1))
                .update();
        jdbc.sql("""
                        insert into scoring_rules (id, from_month, rules, reason, adopted_at, adopted_by)
                        values (:id, :from, cast(:rules as jsonb), :reason, :at, :by)
                        """)
                .param("id", adopted.id())
                .param("from", adopted.from().atDay(1))
                .param("rules", write(adopted.rules()))
                .param("reason", adopted.reason())
                .param("at", adopted.at())
                .param("by", adopted.by())
                .update();
    }

    String write(ScoringRules rules) {
        return json.writeValueAsString(rules);
    }

    ScoringRules read(String rules) {
        return json.readValue(rules, ScoringRules.class);
    }

    private Adopted adopted(ResultSet row, int n) throws SQLException {
        return new Adopted(
                row.getObject("id", UUID.class),
                YearMonth.from(row.getObject("from_month", LocalDate.class)),
                read(row.getString("rules")),
                row.getString("reason"),
                BusinessTime.at(row.getObject("adopted_at", OffsetDateTime.class)),
                row.getString("adopted_by"),
                row.getBoolean("superseded"));
    }
}
