package org.duban.meeting.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface Posts extends Repository<Post, UUID> {

    Post save(Post post);

    boolean existsById(UUID id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Post> findLockedById(UUID id);

    default Post locked(UUID id) {
        return findLockedById(id).orElseThrow(DirectoryRefused::postUnknown);
    }

    Optional<Post> findByUnitIdAndTitle(UUID unitId, String title);

    @Query(
            "select p.id from post p join post_tenure t on t.post_id = p.id and t.until is null where t.person_id = :person order by p.id")
    List<UUID> heldBy(UUID person);

    @Query(
            "select exists (select 1 from post p join post_tenure t on t.post_id = p.id and t.until is null where p.unit_id = :unit)")
    boolean anyHeldIn(UUID unit);
}
