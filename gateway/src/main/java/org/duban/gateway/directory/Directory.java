package org.duban.gateway.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gateway's own copy of units, posts and their holders, always a moment behind the directory. */
@Repository
public class Directory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(50);

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void unitIs(UnitState unit, boolean retired) {
        County county = unit.county();
        jdbc.sql("""
                insert into directory_unit (id, name, short_name, level, county_id, county_name, retired, version)
                values (:id, :name, :shortName, :level, :countyId, :countyName, :retired, :version)
                on conflict (id) do update set name = excluded.name, short_name = excluded.short_name,
                    level = excluded.level, county_id = excluded.county_id, county_name = excluded.county_name,
                    retired = excluded.retired, version = excluded.version
                where directory_unit.version <= excluded.version
                """)
                .param("id", unit.id())
                .param("name", unit.name())
                .param("shortName", unit.shortName())
                .param("level", unit.level().name())
                .param("countyId", county == null ? null : county.id())
                .param("countyName", county == null ? null : county.name())
                .param("retired", retired)
                .param("version", unit.version())
                .update();
    }

    public void postIsFilled(PostState post, Person holder, LocalDate since) {
        jdbc.sql("""
                insert into directory_person (id, name) values (:id, :name)
                on conflict (id) do update set name = excluded.name
                """).param("id", holder.id()).param("name", holder.name()).update();
        postIs(post, holder.id(), since);
    }

    public void postIsVacant(PostState post, LocalDate since) {
        postIs(post, null, since);
    }

    private void postIs(PostState post, @Nullable UUID holder, LocalDate since) {
        jdbc.sql("""
                insert into directory_post (id, unit_id, title, role, holder_id, since, version)
                values (:id, :unitId, :title, :role, :holder, :since, :version)
                on conflict (id) do update set unit_id = excluded.unit_id, title = excluded.title,
                    role = excluded.role, holder_id = excluded.holder_id, since = excluded.since,
                    version = excluded.version
                where directory_post.version <= excluded.version
                """)
                .param("id", post.id())
                .param("unitId", post.unitId())
                .param("title", post.title())
                .param("role", post.role().name())
                .param("holder", holder)
                .param("since", since)
                .param("version", post.version())
                .update();
    }

    /** Posts held now; one whose unit has not been heard of yet is left out until it has. */
    public List<HeldPost> postsHeldBy(UUID person) {
        return jdbc.sql("""
                select p.id post_id, p.title, p.role, u.id, u.name, u.short_name, u.county_id, u.county_name
                from directory_post p join directory_unit u on u.id = p.unit_id
                where p.holder_id = :person
                order by p.id
                """)
                .param("person", person)
                .query((row, number) -> new HeldPost(
                        row.getObject("post_id", UUID.class),
                        row.getString("title"),
                        Role.valueOf(row.getString("role")),
                        unitRef(row)))
                .list();
    }

    public Optional<UnitRef> unit(UUID id) {
        return jdbc.sql("select id, name, short_name, county_id, county_name from directory_unit where id = :id")
                .param("id", id)
                .query((row, number) -> unitRef(row))
                .optional();
    }

    public Optional<String> personName(UUID id) {
        return jdbc.sql("select name from directory_person where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** A unit registered a moment ago may still be on its way here: waits for it, 3 s at most. */
    public Optional<UnitRef> expectUnit(UUID id) {
        return expect(() -> unit(id));
    }

    /** As {@link #expectUnit(UUID)}. */
    public Optional<String> expectPersonName(UUID id) {
        return expect(() -> personName(id));
    }

    private static <T> Optional<T> expect(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = look.get();
        }
        return found;
    }

    private static UnitRef unitRef(ResultSet row) throws SQLException {
        return new UnitRef(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("short_name"),
                row.getObject("county_id", UUID.class),
                row.getString("county_name"));
    }
}
