package org.duban.task.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

public interface Plans extends ListCrudRepository<Plan, UUID> {
    /** @return every plan whose tasks are supervised */
    default List<Plan> adopted() {
        return findAll();
    }

    boolean existsByMeetingId(UUID meetingId);
}
