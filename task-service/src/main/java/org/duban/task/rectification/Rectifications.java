package org.duban.task.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.rectification.Rectification.FollowUp;
import org.duban.task.rectification.Rectification.Helper;
import org.duban.task.rectification.Rectification.Outcome;
import org.duban.task.rectification.Rectification.Plan;
import org.duban.task.rectification.Rectification.Responsible;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as the database keeps them, with what was done to them. */
@Repository
class Rectifications {

    private final JdbcClient jdbc;

    Rectifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds and holds the item until the transaction ends, so that of two decisions the second sees the first. */
    Optional<Rectification> locked(UUID id) {
        return jdbc.sql("select * from rectification where id = :id for update")
                .param("id", id)
                .query((row, n) -> item(row, helpers(id)))
                .optional();
    }

    private List<Helper> helpers(UUID id) {
        return jdbc.sql("""
                        select unit_id, county_id from rectification_unit where rectification_id = :id order by place
                        """).param("id", id).query(Helper.class).list();
    }

    void add(Rectification item, Caller by, OffsetDateTime at) {
        Finding finding = item.finding();
        jdbc.sql("""
                        insert into rectification (id, version, source, found_on, place, problem, plan_id, task_id,
                            complaint_id, unit_id, county_id, issuer_county_id, state, plan_by, due_on, evidence,
                            rectified_on, follow_up_months, recurred_from, opened_by, created_at, updated_at)
                        values (:id, :version, :source, :foundOn, :place, :problem, :plan, :task, :complaint, :unit,
                            :county, :issuer, :state, :planBy, :dueOn, :evidence, :rectifiedOn, :months, :from, :by,
                            :at, :at)
                        """)
                .param("id", item.id())
                .param("version", item.version())
                .param("source", finding.source().name())
                .param("foundOn", finding.foundOn())
                .param("place", finding.place(), Types.VARCHAR)
                .param("problem", finding.problem())
                .param("plan", finding.planId(), Types.OTHER)
                .param("task", finding.taskId(), Types.OTHER)
                .param("complaint", finding.complaintId(), Types.OTHER)
                .param("unit", item.responsible().unitId())
                .param("county", item.responsible().countyId(), Types.OTHER)
                .param("issuer", item.responsible().issuerCountyId(), Types.OTHER)
                .param("state", item.state().name())
                .param("planBy", item.planBy())
                .param("dueOn", item.dueOn(), Types.DATE)
                .param("evidence", item.outcome().evidence(), Types.VARCHAR)
                .param("rectifiedOn", item.outcome().rectifiedOn(), Types.DATE)
                .param("months", item.followUp().months())
                .param("from", item.followUp().recurredFrom(), Types.OTHER)
                .param("by", by.unitName() == null ? by.name() : by.unitName() + " " + by.name())
                .param("at", at)
                .update();
        int place = 0;
        for (Helper helper : item.responsible().cooperators()) {
            jdbc.sql("""
                            insert into rectification_unit (rectification_id, unit_id, county_id, place)
                            values (:id, :unit, :county, :place)
                            """)
                    .param("id", item.id())
                    .param("unit", helper.unitId())
                    .param("county", helper.countyId(), Types.OTHER)
                    .param("place", place++)
                    .update();
        }
    }

    /** Writes what a decision changed. The caller holds the lock on the row. */
    void save(Rectification item, OffsetDateTime at) {
        Plan plan = item.plan();
        jdbc.sql("""
                        update rectification
                        set version = :version, state = :state, plan_by = :planBy, cause = :cause, measure = :measure,
                            proposed_on = :proposedOn, due_on = :dueOn, evidence = :evidence,
                            rectified_on = :rectifiedOn, closed_on = :closedOn, on_time = :onTime,
                            follow_up_months = :months, follow_up_on = :followUpOn, followed_up_on = :followedUpOn,
                            recurred_as = :recurredAs, return_reason = :returnReason, updated_at = :at
                        where id = :id
                        """)
                .param("version", item.version())
                .param("state", item.state().name())
                .param("planBy", item.planBy())
                .param("cause", plan == null ? null : plan.cause(), Types.VARCHAR)
                .param("measure", plan == null ? null : plan.measure(), Types.VARCHAR)
                .param("proposedOn", plan == null ? null : plan.dueOn(), Types.DATE)
                .param("dueOn", item.dueOn(), Types.DATE)
                .param("evidence", item.outcome().evidence(), Types.VARCHAR)
                .param("rectifiedOn", item.outcome().rectifiedOn(), Types.DATE)
                .param("closedOn", item.outcome().closedOn(), Types.DATE)
                .param("onTime", item.outcome().onTime(), Types.BOOLEAN)
                .param("months", item.followUp().months())
                .param("followUpOn", item.followUp().dueOn(), Types.DATE)
                .param("followedUpOn", item.followUp().doneOn(), Types.DATE)
                .param("recurredAs", item.followUp().recurredAs(), Types.OTHER)
                .param("returnReason", item.returnReason(), Types.VARCHAR)
                .param("at", at)
                .param("id", item.id())
                .update();
    }

    void note(UUID item, OffsetDateTime at, Caller by, RectificationAction action, @Nullable String words) {
        jdbc.sql("""
                        insert into rectification_history (id, rectification_id, at, by_name, by_unit, action, words)
                        values (:id, :item, :at, :by, :unit, :action, :words)
                        """)
                .param("id", Ids.next())
                .param("item", item)
                .param("at", at)
                .param("by", by.name())
                .param("unit", by.unitName(), Types.VARCHAR)
                .param("action", action.name())
                .param("words", words, Types.VARCHAR)
                .update();
    }

    /** What makes two entries the same finding: a list imported twice must not double it. */
    record Same(UUID unitId, LocalDate foundOn, String problem) {}

    /** @return the findings of these units and days that are registered and not withdrawn */
    Set<Same> registered(Collection<UUID> units, Collection<LocalDate> days) {
        return units.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("""
                                select unit_id, found_on, problem from rectification
                                where unit_id in (:units) and found_on in (:days) and state <> 'WITHDRAWN'
                                """)
                        .param("units", new ArrayList<>(units))
                        .param("days", new ArrayList<>(days))
                        .query(Same.class)
                        .list());
    }

    private static Rectification item(ResultSet row, List<Helper> helpers) throws SQLException {
        String cause = row.getString("cause");
        String measure = row.getString("measure");
        LocalDate proposed = row.getObject("proposed_on", LocalDate.class);
        return new Rectification(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new Finding(
                        RectificationSource.valueOf(row.getString("source")),
                        row.getObject("found_on", LocalDate.class),
                        row.getString("place"),
                        row.getString("problem"),
                        row.getObject("plan_id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getObject("complaint_id", UUID.class)),
                new Responsible(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("county_id", UUID.class),
                        helpers,
                        row.getObject("issuer_county_id", UUID.class)),
                RectificationState.valueOf(row.getString("state")),
                row.getObject("plan_by", LocalDate.class),
                cause == null || measure == null || proposed == null ? null : new Plan(cause, measure, proposed),
                row.getObject("due_on", LocalDate.class),
                new Outcome(
                        row.getString("evidence"),
                        row.getObject("rectified_on", LocalDate.class),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("on_time", Boolean.class)),
                new FollowUp(
                        row.getInt("follow_up_months"),
                        row.getObject("follow_up_on", LocalDate.class),
                        row.getObject("followed_up_on", LocalDate.class),
                        row.getObject("recurred_from", UUID.class),
                        row.getObject("recurred_as", UUID.class)),
                row.getString("return_reason"));
    }
}
