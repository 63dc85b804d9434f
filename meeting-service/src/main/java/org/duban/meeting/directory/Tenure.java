package org.duban.meeting.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Someone's time in a post (behaviours.md C7).
 *
 * @param since first day, inclusive
 * @param until first day that is no longer theirs; null for whoever holds the post now
 */
@Table("post_tenure")
public record Tenure(
        UUID personId, LocalDate since, @Nullable LocalDate until) {

    boolean covers(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    Tenure endingOn(LocalDate day) {
        return new Tenure(personId, since, day);
    }
}
