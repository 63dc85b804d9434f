package org.duban.task.sheet;

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
import org.duban.task.sheet.xlsx.Grid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Sheets under review, with all that their cells show. */
@Repository
class LedgerImports {
    private static final TypeReference<List<Grid>> GRIDS = new TypeReference<>() {};

    // Its own mapper: how the web writes JSON must not change what is stored.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;

    LedgerImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LedgerImport added) {
        jdbc.sql("""
                        insert into ledger_import
                            (id, file_name, state, county_id, sheets, choice, created_at, created_by, version)
                        values (:id, :fileName, :state, :county, cast(:sheets as jsonb), cast(:choice as jsonb), :createdAt,
                                :createdBy, :version)
                        """)
                .param("id", added.id())
                .param("fileName", added.fileName())
                .param("state", added.state().name())
                .param("county", added.countyId(), Types.OTHER)
                .param("sheets", JSON.writeValueAsString(added.sheets()))
                .param("choice", JSON.writeValueAsString(added.choice()))
                .param("createdAt", added.createdAt())
                .param("createdBy", added.createdBy())
                .param("version", added.version())
                .update();
    }

    Optional<LedgerImport> find(UUID id, Sight sight) {
        return find(id, sight, "");
    }

    /** Finds and holds the import until the transaction ends. */
    Optional<LedgerImport> locked(UUID id, Sight sight) {
        return find(id, sight, " for update");
    }

    private Optional<LedgerImport> find(UUID id, Sight sight, String lock) {
        return jdbc.sql("select * from ledger_import where id = :id and " + Sights.papers(sight) + lock)
                .param("id", id)
                .params(Sights.parameters(sight))
                .query(LedgerImports::read)
                .optional();
    }

    void save(LedgerImport changed) {
        jdbc.sql("""
                        update ledger_import
                        set state = :state, county_id = :county, choice = cast(:choice as jsonb),
                            outcome = cast(:outcome as jsonb), version = :version
                        where id = :id
                        """)
                .param("state", changed.state().name())
                .param("county", changed.countyId(), Types.OTHER)
                .param("choice", JSON.writeValueAsString(changed.choice()))
                .param("outcome", changed.outcome() == null ? null : JSON.writeValueAsString(changed.outcome()))
                .param("version", changed.version())
                .param("id", changed.id())
                .update();
    }

    /** Newest first, without what their sheets hold. */
    List<ImportSummary> list(Sight sight, UUID before, int most) {
        return jdbc.sql("""
                        select id, file_name, state, county_id, outcome, created_at, created_by, version
                        from ledger_import
                        where id < :before and\s\
                        """ + Sights.papers(sight) + " order by id desc limit :most")
                .param("before", before)
                .param("most", most)
                .params(Sights.parameters(sight))
                .query((row, n) -> new ImportSummary(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getString("state"),
                        row.getObject("county_id", UUID.class),
                        outcome(row),
                        BusinessTime.at(row.getObject("created_at", OffsetDateTime.class)),
                        row.getString("created_by"),
                        row.getLong("version")))
                .list();
    }

    private static LedgerImport read(ResultSet row, int n) throws SQLException {
        return new LedgerImport(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                LedgerImport.State.valueOf(row.getString("state")),
                row.getObject("county_id", UUID.class),
                JSON.readValue(row.getString("sheets"), GRIDS),
                JSON.readValue(row.getString("choice"), Choice.class),
                outcome(row),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("created_by"),
                row.getLong("version"));
    }

    private static @Nullable ImportOutcome outcome(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null ? null : JSON.readValue(outcome, ImportOutcome.class);
    }
}
