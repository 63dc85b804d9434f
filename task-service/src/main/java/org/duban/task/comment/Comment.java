package org.duban.task.comment;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something said about a task. Written once; its author may take it back within a day, and then it stays as withdrawn.
 *
 * @param countyId the county whose plan the task is in; null for the city's
 * @param about the report it is about; null where it is about the task
 * @param units mentioned, each with a part in the task
 * @param supervisors whether those who supervise the task are mentioned
 */
record Comment(
        UUID id,
        UUID taskId,
        @Nullable UUID countyId,
        @Nullable AboutReport about,
        Author author,
        String words,
        List<UUID> units,
        boolean supervisors,
        OffsetDateTime writtenAt,
        @Nullable OffsetDateTime withdrawnAt) {

    static final Duration TO_WITHDRAW = Duration.ofDays(1);

    /** @param person account */
    record Author(
            String person,
            String name,
            @Nullable UUID unitId,
            @Nullable String unitName) {

        static Author of(Caller caller) {
            return new Author(caller.subject(), caller.name(), caller.unit(), caller.unitName());
        }
    }

    /** @param countyId the unit's */
    record AboutReport(UUID id, UUID unitId, @Nullable UUID countyId, String period) {}

    /** @throws CommentRefused where the task is not given out yet, or a unit that is mentioned has no part in it */
    static Comment on(
            CommentedTask task,
            UUID id,
            @Nullable AboutReport about,
            String words,
            List<UUID> units,
            boolean supervisors,
            Author author,
            OffsetDateTime now) {
        if (task.drafted()) {
            throw CommentRefused.drafted();
        }
        if (!task.units().containsAll(units)) {
            throw CommentRefused.outOfSight();
        }
        return new Comment(
                id,
                task.id(),
                task.countyId(),
                about,
                author,
                words,
                units.stream().distinct().toList(),
                supervisors,
                now,
                null);
    }

    /** @throws CommentRefused where it is another's, too late, or done already */
    Comment withdraw(Caller by, OffsetDateTime now) {
        if (!by.subject().equals(author.person)) {
            throw CommentRefused.notYours();
        }
        if (withdrawnAt != null) {
            throw CommentRefused.withdrawn();
        }
        if (!withdrawable(now)) {
            throw CommentRefused.tooLate();
        }
        return new Comment(id, taskId, countyId, about, author, words, units, supervisors, writtenAt, now);
    }

    boolean mayBeWithdrawnBy(Caller caller, OffsetDateTime now) {
        return caller.subject().equals(author.person) && withdrawnAt == null && withdrawable(now);
    }

    private boolean withdrawable(OffsetDateTime now) {
        return !now.isAfter(writtenAt.plus(TO_WITHDRAW));
    }

    /** Beside the city's supervisors, those of the county whose task it is, or else of the unit that writes. */
    @Nullable
    UUID countyOfSupervisors(@Nullable UUID countyOfAuthor) {
        return countyId == null ? countyOfAuthor : countyId;
    }
}
