package org.duban.meeting.minutes;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The minutes of all meetings; whoever changes them holds the meeting's row. */
interface MinutesRecords extends Repository<Minutes, UUID> {

    Minutes save(Minutes minutes);

    Optional<Minutes> findById(UUID meeting);
}
