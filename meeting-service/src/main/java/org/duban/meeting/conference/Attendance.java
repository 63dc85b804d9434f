package org.duban.meeting.conference;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One invited unit: what it answered, and whether it came (behaviours.md A7).
 *
 * @param attended null until attendance is taken
 */
@Table("meeting_attendance")
record Attendance(
        UUID unitId,
        @Nullable Reply reply,
        @Nullable String deputyName,
        @Nullable String reason,
        @Nullable Instant repliedAt,
        @Nullable Boolean attended) {

    static Attendance invited(UUID unit) {
        return new Attendance(unit, null, null, null, null, null);
    }

    Attendance answering(Answer answer, Instant at) {
        return new Attendance(unitId, answer.reply(), answer.deputyName(), answer.reason(), at, attended);
    }

    Attendance taken(boolean present) {
        return new Attendance(unitId, reply, deputyName, reason, repliedAt, present);
    }
}
