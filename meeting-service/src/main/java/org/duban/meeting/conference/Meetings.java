package org.duban.meeting.conference;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

/** Twenty units answer one invitation at once: whoever changes a meeting queues for its row instead of failing on its version. */
public interface Meetings extends Repository<Meeting, UUID> {

    Meeting save(Meeting meeting);

    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Meeting> findLockedById(UUID id);

    default Meeting locked(UUID id) {
        return findLockedById(id).orElseThrow(MeetingRefused::unknown);
    }
}
