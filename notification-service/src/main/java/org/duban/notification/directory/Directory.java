package org.duban.notification.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Units and the holders of posts, as the meeting-service last told of them. */
@Repository
public class Directory {

    private static final String KEEP_UNIT = """
            insert into unit (id, name, short_name, county_id, county_name, retired, version)
            values (:id, :name, :shortName, cast(:countyId as uuid), :countyName, :retired, :version)
            on conflict (id) do update
            set name = excluded.name, short_name = excluded.short_name, county_id = excluded.county_id,
                county_name = excluded.county_name, retired = excluded.retired, version = excluded.version
            where unit.version < excluded.version
            """;

    private static final String KEEP_POST = """
            insert into post (id, unit_id, title, role, holder, email, version)
            values (:id, :unitId, :title, :role, :holder, :email, :version)
            on conflict (id) do update
            set unit_id = excluded.unit_id, title = excluded.title, role = excluded.role, holder = excluded.holder,
                email = excluded.email, version = excluded.version
            where post.version < excluded.version
            """;

    private static final String ADDRESSES = """
            select distinct email from post
            where unit_id = ? and role in ('LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE') and email like '%@%'
            order by email
            """;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(UnitState unit, boolean retired) {
        jdbc.sql(KEEP_UNIT)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("countyId", unit.county() == null ? null : unit.county().id())
                .param(
                        "countyName",
                        unit.county() == null ? null : unit.county().name())
                .param("retired", retired)
                .param("version", unit.version())
                .update();
    }

    /** @param holder null while the post is vacant */
    public void keep(PostState post, @Nullable Person holder) {
        jdbc.sql(KEEP_POST)
                .param("id", post.id())
                .param("unitId", post.unitId())
                .param("title", post.title())
                .param("role", post.role().name())
                .param("holder", holder == null ? null : holder.name())
                .param("email", holder == null ? null : holder.email())
                .param("version", post.version())
                .update();
    }

    public Optional<UnitRef> unit(UUID id) {
        return Optional.ofNullable(units(List.of(id)).get(id));
    }

    public Map<UUID, UnitRef> units(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, name, short_name, county_id, county_name from unit where id in (:ids)")
                .param("ids", ids)
                .query(UnitRef.class)
                .list()
                .stream()
                .collect(Collectors.toMap(UnitRef::id, Function.identity()));
    }

    /** Mail addresses of those who hold a unit's posts and do its daily work. */
    public List<String> addresses(UUID unit) {
        return jdbc.sql(ADDRESSES).param(unit).query(String.class).list();
    }
}
