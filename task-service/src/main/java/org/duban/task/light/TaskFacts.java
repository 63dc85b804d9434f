package org.duban.task.light;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the light of a task depends on, as it stands at the end of one day.
 *
 * @param dueOn null for a standing task
 * @param beganOn the day from which progress is expected: that of its assignment, or of its cycle; null for a draft
 * @param closedOn null unless it is closed
 * @param progress 0 to 100, as its lead units last reported
 * @param scheduled 序时进度, 0 to 100: what should be done by that day; null where nothing says so
 * @param completionReturned its completion was returned and not yet submitted again
 * @param reportDueOn earliest day of a report that is still owed on it
 * @param reportReturned a report on it was returned and is owed again
 */
public record TaskFacts(
        Stage stage,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate closedOn,
        int progress,
        @Nullable Integer scheduled,
        boolean completionReturned,
        @Nullable LocalDate reportDueOn,
        boolean reportReturned) {

    public enum Stage {
        /** Nobody has been given it yet. */
        DRAFTED,
        /** Somebody is at work on it. */
        RUNNING,
        /** Its units say that all is done. */
        TO_VERIFY,
        /** Nothing is owed on it until it is resumed. */
        SUSPENDED,
        CLOSED;

        boolean owed() {
            return this == RUNNING || this == TO_VERIFY;
        }
    }
}
