package org.duban.meeting.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface Units extends Repository<Unit, UUID> {

    Unit save(Unit unit);

    Optional<Unit> findById(UUID id);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Unit> findLockedById(UUID id);

    default Unit locked(UUID id) {
        return findLockedById(id).orElseThrow(DirectoryRefused::unitUnknown);
    }

    /** The living units of one county, or of the city itself, that answer to the name; the short name's owner first. */
    @Query("""
            select * from unit
            where county_id is not distinct from cast(:county as uuid) and retired_on is null
              and (short_name = :name or name = :name or aliases @> array[cast(:name as text)])
            order by short_name = :name desc, name = :name desc, id
            """)
    List<Unit> answeringTo(@Nullable UUID county, String name);
}
