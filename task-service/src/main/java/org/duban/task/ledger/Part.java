package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.duban.task.ledger.PartLife.Step;
import org.jspecify.annotations.Nullable;

/**
 * One unit's share in a task.
 *
 * @param countyId the unit's county; null for the city's own units
 * @param acknowledgeBy last day for its acknowledgement
 * @param completedOn the day on which it submitted the completion; null while it has not, or has to do more
 * @param returnedOn the day on which its completion was returned; null once it is submitted again
 * @param progress 0 to 100, as last reported
 */
record Part(
        UUID unitId,
        TaskEvent.Part part,
        @Nullable UUID countyId,
        LocalDate acknowledgeBy,
        PartState state,
        @Nullable OffsetDateTime acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable LocalDate completedOn,
        @Nullable LocalDate returnedOn,
        int progress) {

    static Part of(UUID unit, TaskEvent.Part part, @Nullable UUID county, LocalDate acknowledgeBy) {
        return new Part(unit, part, county, acknowledgeBy, PartState.ASSIGNED, null, null, null, null, 0);
    }

    boolean leads() {
        return part == TaskEvent.Part.LEAD;
    }

    boolean acknowledged() {
        return acknowledgedAt != null;
    }

    boolean completed() {
        return state == PartState.COMPLETED;
    }

    /** Leading or cooperating from now on; who only cooperates has nothing to complete. */
    Part as(TaskEvent.Part part) {
        Part as = new Part(
                unitId,
                part,
                countyId,
                acknowledgeBy,
                state,
                acknowledgedAt,
                acknowledgedBy,
                completedOn,
                returnedOn,
                progress);
        return as.leads() || !completed() ? as : as.takenUpAgain(null);
    }

    Part toAcknowledgeBy(LocalDate day) {
        return new Part(
                unitId, part, countyId, day, state, acknowledgedAt, acknowledgedBy, completedOn, returnedOn, progress);
    }

    Part acknowledged(String by, OffsetDateTime at) {
        return stepped(Step.ACKNOWLEDGE, at, by, completedOn, returnedOn, progress);
    }

    /** A report is the surest acknowledgement: who reports has taken the task on. */
    Part reported(int progress, String by, OffsetDateTime at) {
        return acknowledgedAt == null
                ? stepped(Step.REPORT, at, by, completedOn, returnedOn, progress)
                : stepped(Step.REPORT, acknowledgedAt, acknowledgedBy, completedOn, returnedOn, progress);
    }

    Part completed(LocalDate day) {
        return stepped(Step.COMPLETE, acknowledgedAt, acknowledgedBy, day, null, progress);
    }

    /** @param returned the day on which its completion was returned; null where the task begins again for another reason */
    Part takenUpAgain(@Nullable LocalDate returned) {
        return stepped(Step.TAKE_UP_AGAIN, acknowledgedAt, acknowledgedBy, null, returned, progress);
    }

    /** Nothing done leaves it as it was; anything done has begun it. */
    Part rolledUp(int progress) {
        return progress == 0 && !state.begun()
                ? this
                : stepped(Step.REPORT, acknowledgedAt, acknowledgedBy, completedOn, returnedOn, progress);
    }

    Part begunAnew() {
        Step step = acknowledged() ? Step.BEGIN_ANEW : Step.BEGIN_ANEW_UNSIGNED;
        return stepped(step, acknowledgedAt, acknowledgedBy, null, null, 0);
    }

    Part released() {
        return stepped(Step.RELEASE, acknowledgedAt, acknowledgedBy, completedOn, returnedOn, progress);
    }

    boolean may(Step step) {
        return PartLife.after(state, step).isPresent();
    }

    private Part stepped(
            Step step,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate returnedOn,
            int progress) {
        PartState next = PartLife.after(state, step).orElseThrow(() -> TaskRefused.notAllowedNow(state, step));
        return new Part(
                unitId,
                part,
                countyId,
                acknowledgeBy,
                next,
                acknowledgedAt,
                acknowledgedBy,
                completedOn,
                returnedOn,
                progress);
    }
}
