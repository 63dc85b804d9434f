package org.duban.meeting.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class Counties {

    private final JdbcClient jdbc;

    Counties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<County> all() {
        return jdbc.sql("select id, name from county order by name, id")
                .query(County.class)
                .list();
    }

    public Optional<County> find(UUID id) {
        return jdbc.sql("select id, name from county where id = :id")
                .param("id", id)
                .query(County.class)
                .optional();
    }

    public Optional<County> named(String name) {
        return jdbc.sql("select id, name from county where name = :name")
                .param("name", Names.tidy(name))
                .query(County.class)
                .optional();
    }

    /** Two callers who name the same new county at once get the same one. */
    County ensure(String name) {
        String tidy = Names.tidy(name);
        jdbc.sql("insert into county (id, name) values (:id, :name) on conflict (name) do nothing")
                .param("id", Ids.next())
                .param("name", tidy)
                .update();
        return named(tidy).orElseThrow();
    }

    /** Registrations in one county, or among the city's own units, follow one another until the transaction ends. */
    void queueFor(@Nullable County county) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:scope, 0))) as held")
                .param("scope", "directory/" + (county == null ? "city" : county.id()))
                .query(Integer.class)
                .single();
    }
}
