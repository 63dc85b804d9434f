package org.duban.task.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved views as the database keeps them. */
@Repository
class SavedViews {

    private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};

    /** Views that a caller finds: their own, their colleagues', and those for everybody of the place they belong to. */
    private static final String READERS = """
            (owner = :subject
             or audience = 'COLLEAGUES' and county_id is not distinct from cast(:county as uuid)
                and unit_id is not distinct from cast(:unit as uuid)
             or audience = 'EVERYONE' and (county_id is null or county_id = cast(:county as uuid)))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedViews(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The caller's own first, then by name. */
    List<SavedView> readBy(Caller caller, int most) {
        return seen(
                        "select * from saved_view where " + READERS
                                + " order by owner <> :subject, name, id limit :most",
                        caller)
                .param("most", most)
                .query(this::view)
                .list();
    }

    Optional<SavedView> find(UUID id, Caller caller) {
        return seen("select * from saved_view where id = :id and " + READERS, caller)
                .param("id", id)
                .query(this::view)
                .optional();
    }

    private JdbcClient.StatementSpec seen(String sql, Caller caller) {
        return jdbc.sql(sql)
                .param("subject", caller.subject())
                .param("county", caller.county(), Types.OTHER)
                .param("unit", caller.staff() ? null : caller.unit(), Types.OTHER);
    }

    int keptBy(Caller caller) {
        return jdbc.sql("select count(*) from saved_view where owner = :subject")
                .param("subject", caller.subject())
                .query(Integer.class)
                .single();
    }

    boolean named(Caller caller, String name, @Nullable UUID except) {
        return jdbc.sql("""
                        select exists (
                            select from saved_view
                            where owner = :subject and name = :name and id is distinct from cast(:except as uuid))
                        """)
                .param("subject", caller.subject())
                .param("name", name)
                .param("except", except, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** @return false where the owner has one of that name already */
    boolean add(SavedView view) {
        return written("""
                        insert into saved_view (id, owner, owner_name, county_id, unit_id, audience, name, filter, columns, grouping,
                                                updated_at, version)
                        values (:id, :owner, :ownerName, :county, :unit, :audience, :name, cast(:filter as jsonb), :columns,
                                :grouping, :at, :version)
                        on conflict (owner, name) do nothing
                        """, view)
                        .param("owner", view.owner())
                        .param("ownerName", view.ownerName())
                        .param("county", view.county(), Types.OTHER)
                        .param("unit", view.unit(), Types.OTHER)
                        .update()
                == 1;
    }

    /** @return false where somebody changed or dropped it since it was read */
    boolean save(SavedView view) {
        return written("""
                        update saved_view
                        set audience = :audience, name = :name, filter = cast(:filter as jsonb), columns = :columns,
                            grouping = :grouping, updated_at = :at, version = :version
                        where id = :id and version = :version - 1
                        """, view).update() == 1;
    }

    private JdbcClient.StatementSpec written(String sql, SavedView view) {
        return jdbc.sql(sql)
                .param("id", view.id())
                .param("audience", view.audience().name())
                .param("name", view.name())
                .param("filter", json.writeValueAsString(view.filter()))
                .param("columns", view.columns().toArray(String[]::new))
                .param("grouping", view.grouping(), Types.VARCHAR)
                .param("at", view.updatedAt())
                .param("version", view.version());
    }

    void remove(UUID id) {
        jdbc.sql("delete from saved_view where id = :id").param("id", id).update();
    }

    private SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getObject("county_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Audience.valueOf(row.getString("audience")),
                row.getString("name"),
                json.readValue(row.getString("filter"), FILTER),
                List.of((String[]) row.getArray("columns").getArray()),
                row.getString("grouping"),
                BusinessTime.at(row.getObject("updated_at", OffsetDateTime.class)));
    }
}
