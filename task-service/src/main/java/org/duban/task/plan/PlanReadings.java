package org.duban.task.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.security.Sight;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Sights;
import org.duban.task.plan.draft.Change;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Readings under review, with what was read and what was made of it as JSON. */
@Repository
class PlanReadings {
    // Its own mapper: how the web writes JSON must not change what is stored.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final int MOST_STEPS = 50;

    private final JdbcClient jdbc;

    PlanReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanReading reading) {
        jdbc.sql("""
                        insert into plan_reading
                            (id, file_name, state, county_id, text, reading, draft, created_at, created_by, version)
                        values (:id, :fileName, :state, :county, :text, cast(:reading as jsonb), cast(:draft as jsonb),
                                :createdAt, :createdBy, :version)
                        """)
                .param("id", reading.id())
                .param("fileName", reading.fileName())
                .param("state", reading.state().name())
                .param("county", reading.countyId(), Types.OTHER)
                .param("text", reading.text())
                .param("reading", JSON.writeValueAsString(reading.reading()))
                .param("draft", JSON.writeValueAsString(reading.draft()))
                .param("createdAt", reading.createdAt())
                .param("createdBy", reading.createdBy())
                .param("version", reading.version())
                .update();
    }

    Optional<PlanReading> find(UUID id, Sight sight) {
        return find(id, sight, "");
    }

    /** Finds and holds the reading until the transaction ends. */
    Optional<PlanReading> locked(UUID id, Sight sight) {
        return find(id, sight, " for update");
    }

    private Optional<PlanReading> find(UUID id, Sight sight, String lock) {
        return jdbc.sql("select * from plan_reading where id = :id and " + Sights.papers(sight) + lock)
                .param("id", id)
                .params(Sights.parameters(sight))
                .query(PlanReadings::reading)
                .optional();
    }

    void save(PlanReading reading) {
        jdbc.sql("""
                        update plan_reading
                        set state = :state, county_id = :county, draft = cast(:draft as jsonb), plan_id = :plan,
                            previous_decided = :decided, previous_plan_id = :previous, version = :version
                        where id = :id
                        """)
                .param("state", reading.state().name())
                .param("county", reading.countyId(), Types.OTHER)
                .param("draft", JSON.writeValueAsString(reading.draft()))
                .param("plan", reading.planId(), Types.OTHER)
                .param("decided", reading.previous() != null)
                .param(
                        "previous",
                        reading.previous() == null ? null : reading.previous().to(),
                        Types.OTHER)
                .param("version", reading.version())
                .param("id", reading.id())
                .update();
    }

    /** Newest first, without those given up. */
    List<ReadingSummary> list(Sight sight, UUID before, int limit) {
        return jdbc.sql("""
                        select id, file_name, state, version, created_at, created_by, county_id, plan_id,
                               draft ->> 'title' as title, jsonb_array_length(draft -> 'tasks') as tasks,
                               (select count(*) from jsonb_array_elements(draft -> 'findings') as f
                                where (f ->> 'needsPerson')::boolean and f ->> 'state' = 'OPEN') as open_findings
                        from plan_reading
                        where id < :before and state <> 'DISCARDED' and\s""" + Sights.papers(sight) + " order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .params(Sights.parameters(sight))
                .query((row, n) -> new ReadingSummary(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getString("state"),
                        row.getLong("version"),
                        BusinessTime.at(row.getObject("created_at", OffsetDateTime.class)),
                        row.getString("created_by"),
                        row.getObject("county_id", UUID.class),
                        row.getObject("plan_id", UUID.class),
                        row.getString("title"),
                        row.getInt("tasks"),
                        row.getInt("open_findings")))
                .list();
    }

    /** @return the newest reading that entered this plan */
    Optional<PlanReading> latestOf(UUID plan) {
        return jdbc.sql("select * from plan_reading where plan_id = :plan order by id desc limit 1")
                .param("plan", plan)
                .query(PlanReadings::reading)
                .optional();
    }

    /** Of two adoptions in one county the second waits, and finds the plan that the first one made. */
    void oneAdoptionAtATime(@Nullable UUID county) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('plan adoption'), hashtext(:county))::text")
                .param("county", county == null ? "" : county.toString())
                .query((row, n) -> "")
                .list();
    }

    /** A step of a review that can be taken back: how things stood before it. */
    record Step(
            long version,
            String words,
            Draft draft,
            @Nullable UUID countyId,
            @Nullable Change<UUID> previous) {}

    /** @param words what was done, as an official would say it */
    void keepStep(PlanReading before, String words) {
        jdbc.sql("delete from plan_reading_step where reading_id = :id and version < :version")
                .param("id", before.id())
                .param("version", before.version() - MOST_STEPS)
                .update();
        jdbc.sql("""
                        insert into plan_reading_step
                            (reading_id, version, words, draft, county_id, previous_decided, previous_plan_id)
                        values (:id, :version, :words, cast(:draft as jsonb), :county, :decided, :previous)
                        """)
                .param("id", before.id())
                .param("version", before.version())
                .param("words", words)
                .param("draft", JSON.writeValueAsString(before.draft()))
                .param("county", before.countyId(), Types.OTHER)
                .param("decided", before.previous() != null)
                .param(
                        "previous",
                        before.previous() == null ? null : before.previous().to(),
                        Types.OTHER)
                .update();
    }

    Optional<Step> lastStep(UUID reading) {
        return jdbc.sql("select * from plan_reading_step where reading_id = :id order by version desc limit 1")
                .param("id", reading)
                .query((row, n) -> new Step(
                        row.getLong("version"),
                        row.getString("words"),
                        JSON.readValue(row.getString("draft"), Draft.class),
                        row.getObject("county_id", UUID.class),
                        previous(row)))
                .optional();
    }

    Optional<String> lastStepsWords(UUID reading) {
        return jdbc.sql("select words from plan_reading_step where reading_id = :id order by version desc limit 1")
                .param("id", reading)
                .query(String.class)
                .optional();
    }

    void forgetStep(UUID reading, long version) {
        jdbc.sql("delete from plan_reading_step where reading_id = :id and version = :version")
                .param("id", reading)
                .param("version", version)
                .update();
    }

    void forgetSteps(UUID reading) {
        jdbc.sql("delete from plan_reading_step where reading_id = :id")
                .param("id", reading)
                .update();
    }

    private static @Nullable Change<UUID> previous(ResultSet row) throws SQLException {
        return row.getBoolean("previous_decided") ? new Change<>(row.getObject("previous_plan_id", UUID.class)) : null;
    }

    private static PlanReading reading(ResultSet row, int n) throws SQLException {
        return new PlanReading(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                PlanReading.State.valueOf(row.getString("state")),
                row.getObject("county_id", UUID.class),
                row.getString("text"),
                JSON.readValue(row.getString("reading"), Reading.class),
                JSON.readValue(row.getString("draft"), Draft.class),
                previous(row),
                row.getObject("plan_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("created_by"),
                row.getLong("version"));
    }
}
