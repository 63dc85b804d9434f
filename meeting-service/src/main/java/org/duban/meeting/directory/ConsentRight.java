package org.duban.meeting.directory;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In whose stead a caller may consent: the posts they hold, or, for software, its unit's convener posts. */
@Component
public class ConsentRight {

    private final JdbcClient jdbc;

    ConsentRight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<UUID> posts(Caller caller) {
        if (!caller.has("CONVENER")) {
            return Set.of();
        }
        UUID unit = caller.unit();
        if (!caller.software() || unit == null) {
            return caller.posts();
        }
        Set<UUID> posts = new HashSet<>(caller.posts());
        posts.addAll(jdbc.sql("select id from post where unit_id = :unit and role = 'CONVENER'")
                .param("unit", unit)
                .query(UUID.class)
                .list());
        return posts;
    }

    /** The post in which the caller consents for this mechanism; empty without one (behaviours.md A5). */
    public Optional<ConsentingPost> of(Mechanism mechanism, Caller caller) {
        return mechanism
                .consentingPost(posts(caller))
                .map(post -> new ConsentingPost(
                        post,
                        jdbc.sql("select title from post where id = :id")
                                .param("id", post)
                                .query(String.class)
                                .single()));
    }

    public record ConsentingPost(UUID id, String title) {}
}
