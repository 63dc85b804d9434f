package org.duban.task.handin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * What one unit owes of one hand-in (behaviours.md B9). Each decision gives it as it is afterwards.
 *
 * <pre>
 *          answer                 return
 *   OWED ─────────▶ HANDED_IN ◀─────────▶ RETURNED
 *                     └ answer (a correction)
 *   OWED, HANDED_IN, RETURNED ── no longer asked for ──▶ WITHDRAWN
 * </pre>
 *
 * @param dueOn the day by which it is owed now
 * @param answer null until it is first handed in
 * @param returnReason null unless it was returned and is owed again
 */
record Obligation(
        UUID id,
        long version,
        UUID handIn,
        UUID unit,
        @Nullable UUID county,
        LocalDate dueOn,
        State state,
        @Nullable Answer answer,
        @Nullable String returnReason) {

    /** Whoever has to write it once more gets at least so long. */
    static final int WORKING_DAYS_TO_REVISE = 2;

    enum State {
        OWED,
        HANDED_IN,
        RETURNED,
        WITHDRAWN;

        boolean owed() {
            return this == OWED || this == RETURNED;
        }
    }

    /**
     * @param at when it was handed in, not when it was last corrected
     * @param onTime handed in, and handed in again after each return, by the day it was owed
     */
    record Answer(String words, OffsetDateTime at, String by, boolean onTime) {}

    /** @throws HandInRefused where it is not asked for any more */
    Obligation answer(String words, String by, OffsetDateTime now) {
        boolean inTime = !now.toLocalDate().isAfter(dueOn);
        return switch (state) {
            case OWED -> handedIn(new Answer(words, now, by, inTime));
            case RETURNED -> handedIn(new Answer(words, now, by, inTime && (answer == null || answer.onTime())));
            case HANDED_IN ->
                handedIn(
                        answer == null
                                ? new Answer(words, now, by, inTime)
                                : new Answer(words, answer.at(), by, answer.onTime()));
            case WITHDRAWN -> throw HandInRefused.withdrawn();
        };
    }

    private Obligation handedIn(Answer answer) {
        return new Obligation(id, version + 1, handIn, unit, county, dueOn, State.HANDED_IN, answer, null);
    }

    /** The unit gets {@value #WORKING_DAYS_TO_REVISE} working days from today, or keeps its day where that is later. */
    Obligation giveBack(String reason, LocalDate today, WorkingDays workingDays) {
        if (state != State.HANDED_IN) {
            throw HandInRefused.notHandedIn();
        }
        var revised = workingDays.plus(today, WORKING_DAYS_TO_REVISE);
        return new Obligation(
                id,
                version + 1,
                handIn,
                unit,
                county,
                revised.isAfter(dueOn) ? revised : dueOn,
                State.RETURNED,
                answer,
                reason);
    }

    Obligation withdraw() {
        return new Obligation(id, version + 1, handIn, unit, county, dueOn, State.WITHDRAWN, answer, returnReason);
    }
}
