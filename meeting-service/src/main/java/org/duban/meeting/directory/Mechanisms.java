package org.duban.meeting.directory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

public interface Mechanisms extends Repository<Mechanism, UUID> {

    Mechanism save(Mechanism mechanism);

    Optional<Mechanism> findById(UUID id);

    Optional<Mechanism> findByName(String name);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Mechanism> findLockedById(UUID id);

    default Mechanism get(UUID id) {
        return findById(id).orElseThrow(DirectoryRefused::mechanismUnknown);
    }
}
