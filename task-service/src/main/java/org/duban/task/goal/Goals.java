package org.duban.task.goal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.contract.GoalEvent.Verdict;
import org.duban.task.goal.YearlyGoal.Assessment;
import org.duban.task.goal.YearlyGoal.Review;
import org.duban.task.goal.YearlyGoal.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Yearly goals as the database keeps them. */
@Repository
class Goals {
    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds and holds the goal until the transaction ends, so that of two decisions the second sees the first. */
    Optional<YearlyGoal> locked(UUID id) {
        return jdbc.sql("select * from yearly_goal where id = :id for update")
                .param("id", id)
                .query((row, n) -> goal(row))
                .optional();
    }

    void add(YearlyGoal goal, String by, OffsetDateTime at) {
        jdbc.sql("""
                        insert into yearly_goal (id, year, unit_id, county_id, plan_id, text, measure, state,
                            created_at, created_by, updated_at, version)
                        values (:id, :year, :unit, :county, :plan, :text, :measure, :state, :at, :by, :at, :version)
                        """)
                .param("id", goal.id())
                .param("year", goal.year())
                .param("unit", goal.unitId())
                .param("county", goal.countyId(), Types.OTHER)
                .param("plan", goal.words().planId(), Types.OTHER)
                .param("text", goal.words().text())
                .param("measure", goal.words().measure(), Types.VARCHAR)
                .param("state", goal.state().name())
                .param("at", at)
                .param("by", by)
                .param("version", goal.version())
                .update();
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(YearlyGoal goal, OffsetDateTime at) {
        Assessment assessment = goal.assessment();
        Review review = goal.review();
        jdbc.sql("""
                        update yearly_goal
                        set plan_id = :plan, text = :text, measure = :measure, state = :state, done = :done,
                            statement = :statement, assessed_on = :assessedOn, assessed_by = :assessedBy,
                            return_reason = :reason, verdict = :verdict, opinion = :opinion, reviewed_on = :reviewedOn,
                            reviewed_by = :reviewedBy, updated_at = :at, version = :version
                        where id = :id
                        """)
                .param("plan", goal.words().planId(), Types.OTHER)
                .param("text", goal.words().text())
                .param("measure", goal.words().measure(), Types.VARCHAR)
                .param("state", goal.state().name())
                .param("done", assessment == null ? null : assessment.done(), Types.INTEGER)
                .param("statement", assessment == null ? null : assessment.statement(), Types.VARCHAR)
                .param("assessedOn", assessment == null ? null : assessment.on(), Types.DATE)
                .param("assessedBy", assessment == null ? null : assessment.by(), Types.VARCHAR)
                .param("reason", goal.returnReason(), Types.VARCHAR)
                .param("verdict", review == null ? null : review.verdict().name(), Types.VARCHAR)
                .param("opinion", review == null ? null : review.opinion(), Types.VARCHAR)
                .param("reviewedOn", review == null ? null : review.on(), Types.DATE)
                .param("reviewedBy", review == null ? null : review.by(), Types.VARCHAR)
                .param("at", at)
                .param("version", goal.version())
                .param("id", goal.id())
                .update();
    }

    /** The books keep what it was. */
    void remove(UUID id) {
        jdbc.sql("delete from yearly_goal where id = :id").param("id", id).update();
    }

    static YearlyGoal goal(ResultSet row) throws SQLException {
        return new YearlyGoal(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getInt("year"),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                new Words(row.getString("text"), row.getString("measure"), row.getObject("plan_id", UUID.class)),
                GoalState.valueOf(row.getString("state")),
                assessment(row),
                row.getString("return_reason"),
                review(row));
    }

    private static @Nullable Assessment assessment(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("assessed_on", LocalDate.class);
        return on == null
                ? null
                : new Assessment(row.getInt("done"), row.getString("statement"), on, row.getString("assessed_by"));
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Review(
                        Verdict.valueOf(verdict),
                        row.getString("opinion"),
                        row.getObject("reviewed_on", LocalDate.class),
                        row.getString("reviewed_by"));
    }
}
