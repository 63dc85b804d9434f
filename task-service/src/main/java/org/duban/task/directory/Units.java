package org.duban.task.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units that duban.directory has told of. */
@Repository
public class Units {
    private final JdbcClient jdbc;

    public Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<KnownUnit> find(UUID id) {
        return jdbc.sql("select * from directory_unit where id = :id")
                .param("id", id)
                .query(Units::unit)
                .optional();
    }

    /** @return the known ones among {@code ids} */
    public Map<UUID, UnitRef> refs(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name, short_name, county_id, county_name from directory_unit where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> new UnitRef(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5)))
                .list()
                .stream()
                .collect(Collectors.toMap(UnitRef::id, unit -> unit));
    }

    /** @return as {@link #refs}, without retired ones */
    public Map<UUID, UnitRef> working(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from directory_unit where id = any(:ids) and not retired")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Units::unit)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(KnownUnit::id, KnownUnit::ref));
    }

    /** @return those that a plan of this county may name: its own units and the city's, without retired ones */
    public List<KnownUnit> nameableIn(@Nullable UUID countyId) {
        return jdbc.sql("""
                        select * from directory_unit
                        where not retired and (county_id is null or county_id = cast(:county as uuid))
                        order by short_name, id
                        """).param("county", countyId).query(Units::unit).list();
    }

    /** @return every unit of the city and its counties, without retired ones */
    public List<KnownUnit> registered() {
        return jdbc.sql("select * from directory_unit where not retired order by short_name, id")
                .query(Units::unit)
                .list();
    }

    /** @return id and name of each county that has a unit */
    public Map<String, UUID> counties() {
        return jdbc
                .sql("""
                        select distinct on (county_name) county_id, county_name from directory_unit
                        where county_id is not null and county_name is not null
                        order by county_name, county_id
                        """)
                .query((row, n) -> Map.entry(row.getString("county_name"), row.getObject("county_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return the name of each county that has a unit */
    public Map<UUID, String> countyNames() {
        return jdbc
                .sql("""
                        select distinct on (county_id) county_id, county_name from directory_unit
                        where county_id is not null and county_name is not null
                        order by county_id, version desc
                        """)
                .query((row, n) -> Map.entry(row.getObject("county_id", UUID.class), row.getString("county_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<String> countyName(UUID countyId) {
        return jdbc.sql("select county_name from directory_unit where county_id = :id limit 1")
                .param("id", countyId)
                .query(String.class)
                .optional();
    }

    /** Keeps the newest state of a unit, whatever order the states arrive in. */
    void learn(KnownUnit unit) {
        jdbc.sql("""
                        insert into directory_unit
                            (id, name, short_name, aliases, level, county_id, county_name, retired, version)
                        values (:id, :name, :shortName, :aliases, :level, :countyId, :countyName, :retired, :version)
                        on conflict (id) do update
                        set name = excluded.name, short_name = excluded.short_name, aliases = excluded.aliases,
                            level = excluded.level, county_id = excluded.county_id, county_name = excluded.county_name,
                            retired = excluded.retired, version = excluded.version
                        where directory_unit.version < excluded.version
                        """)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("aliases", unit.aliases().toArray(String[]::new))
                .param("level", unit.level())
                .param("countyId", unit.countyId(), java.sql.Types.OTHER)
                .param("countyName", unit.countyName(), java.sql.Types.VARCHAR)
                .param("retired", unit.retired())
                .param("version", unit.version())
                .update();
    }

    /** A post of a county's office makes its unit the one that answers for the county. */
    void learn(PostState post) {
        jdbc.sql("""
                        insert into directory_county_office (post_id, unit_id, office, version)
                        values (:post, :unit, :office, :version)
                        on conflict (post_id) do update
                        set unit_id = excluded.unit_id, office = excluded.office, version = excluded.version
                        where directory_county_office.version < excluded.version
                        """)
                .param("post", post.id())
                .param("unit", post.unitId())
                .param("office", post.role() == Role.COUNTY_OFFICE)
                .param("version", post.version())
                .update();
    }

    /** @return the unit that answers for each county, by the county's id; counties whose office is not known are left out */
    public Map<UUID, UnitRef> countyOffices() {
        return jdbc.sql("""
                        select distinct on (u.county_id) u.*
                        from directory_county_office o
                        join directory_unit u on u.id = o.unit_id
                        where o.office and u.county_id is not null and not u.retired
                        order by u.county_id, o.post_id
                        """).query(Units::unit).list().stream()
                .map(KnownUnit::ref)
                .collect(Collectors.toMap(unit -> Objects.requireNonNull(unit.countyId()), unit -> unit));
    }

    private static KnownUnit unit(ResultSet row, int n) throws SQLException {
        return new KnownUnit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("short_name"),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getString("level"),
                row.getObject("county_id", UUID.class),
                row.getString("county_name"),
                row.getBoolean("retired"),
                row.getLong("version"));
    }
}
