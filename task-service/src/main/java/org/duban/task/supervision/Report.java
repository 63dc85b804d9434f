package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * One unit's obligation to report on one task in one round, and what became of it. Each decision gives the report as it is
 * afterwards.
 *
 * <pre>
 *   Where the plan asks for it, submit is the head's: what others write waits beside the report until it is signed off.
 *
 *            submit                 accept
 *   DUE ─────────────▶ SUBMITTED ──────────▶ ACCEPTED
 *                      ▲   │  ▲ └ submit (a correction)
 *               submit │   │ return
 *                      │   ▼
 *                     RETURNED
 *   DUE, RETURNED ── the task is closed ──▶ WAIVED      owed no more, counted nowhere; so too where it is suspended
 *   DUE, RETURNED ── the round is closed ─▶ LAPSED      stays counted as owed and missed
 * </pre>
 *
 * @param dueOn the day by which it is owed now: the round's, or a later one once it was returned
 * @param waiting what waits for the head of the unit (behaviours.md P10): until it is signed off the report is owed as before;
 *     null where nothing waits
 * @param submission null until it is first handed in
 * @param decision the latest review; null until there is one
 */
record Report(
        UUID id,
        long version,
        Owed owed,
        LocalDate dueOn,
        State state,
        @Nullable Waiting waiting,
        @Nullable Submission submission,
        @Nullable Decision decision) {

    /** A returned report may take at least so long, whatever its first day was. */
    static final int WORKING_DAYS_TO_REVISE = 2;

    enum State {
        DUE,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WAIVED,
        LAPSED;

        boolean owedStill() {
            return this == DUE || this == RETURNED;
        }
    }

    /** @param county the unit's; null for the city's own */
    record Owed(
            Period period,
            UUID round,
            UUID plan,
            UUID task,
            UUID unit,
            @Nullable UUID county) {}

    /**
     * @param at when it was handed in, not when it was last corrected
     * @param signedBy the head of the unit who signed it off; null where the plan asks for no signature
     * @param onTime handed in, and handed in again after each return, by the day it was owed
     */
    record Submission(
            Content content,
            OffsetDateTime at,
            String by,
            @Nullable String signedBy,
            boolean onTime) {}

    /** @param refusal why the head gave it back inside the unit; null while it waits for the head */
    record Waiting(
            Content content,
            OffsetDateTime at,
            String by,
            @Nullable String refusal) {}

    /** @param returnReason null where it was accepted */
    record Decision(OffsetDateTime at, String by, @Nullable String returnReason) {}

    /**
     * @param signedBy the head of the unit where the plan asks for one; null where it does not
     * @param lastProgress what the unit last reported for an earlier period; null where it never did
     * @throws ReportRefused where the round is closed, the report decided, or progress fell without a word why
     */
    Report submit(
            Content content,
            String by,
            @Nullable String signedBy,
            OffsetDateTime now,
            boolean roundOpen,
            @Nullable Integer lastProgress) {
        requireSense(content, roundOpen, lastProgress);
        return new Report(
                id, version, owed, dueOn, State.SUBMITTED, null, submission(content, by, signedBy, now), null);
    }

    /**
     * As {@link #submit}, by somebody whose reports the head of the unit signs off: it waits, and stays owed.
     *
     * @throws ReportRefused also where it has been handed in: what the head has signed, nobody else corrects
     */
    Report propose(Content content, String by, OffsetDateTime now, boolean roundOpen, @Nullable Integer lastProgress) {
        requireSense(content, roundOpen, lastProgress);
        if (state == State.SUBMITTED) {
            throw ReportRefused.signedOff();
        }
        return new Report(id, version, owed, dueOn, state, new Waiting(content, now, by, null), submission, decision);
    }

    /** It leaves the unit, and counts as handed in from now on. */
    Report signOff(String head, OffsetDateTime now, boolean roundOpen, @Nullable Integer lastProgress) {
        var signed = requireWaiting();
        return submit(signed.content(), signed.by(), head, now, roundOpen, lastProgress);
    }

    /** The head wants it written otherwise. */
    Report refuseSignOff(String reason) {
        var refused = requireWaiting();
        return new Report(
                id,
                version,
                owed,
                dueOn,
                state,
                new Waiting(refused.content(), refused.at(), refused.by(), reason),
                submission,
                decision);
    }

    boolean awaitsSignOff() {
        return state.owedStill() && waiting != null && waiting.refusal() == null;
    }

    private Waiting requireWaiting() {
        if (waiting == null || !awaitsSignOff()) {
            throw ReportRefused.nothingToSign();
        }
        return waiting;
    }

    private void requireSense(Content content, boolean roundOpen, @Nullable Integer lastProgress) {
        switch (state) {
            case ACCEPTED -> throw ReportRefused.alreadyAccepted();
            case WAIVED -> throw ReportRefused.waived();
            case LAPSED -> throw ReportRefused.roundClosed();
            case DUE, SUBMITTED, RETURNED -> {}
        }
        if (!roundOpen) {
            throw ReportRefused.roundClosed();
        }
        if (lastProgress != null && content.progress() < lastProgress && !content.namesProblems()) {
            throw ReportRefused.progressFell(lastProgress, content.progress());
        }
    }

    private Submission submission(Content content, String by, @Nullable String signedBy, OffsetDateTime now) {
        boolean inTime = !now.toLocalDate().isAfter(dueOn);
        if (submission == null) {
            return new Submission(content, now, by, signedBy, inTime);
        }
        return state == State.SUBMITTED
                ? new Submission(content, submission.at(), by, signedBy, submission.onTime())
                : new Submission(content, now, by, signedBy, submission.onTime() && inTime);
    }

    Report accept(String by, OffsetDateTime now) {
        if (state != State.SUBMITTED) {
            throw ReportRefused.notSubmitted();
        }
        return new Report(id, version, owed, dueOn, State.ACCEPTED, null, submission, new Decision(now, by, null));
    }

    /** The unit gets {@value #WORKING_DAYS_TO_REVISE} working days from today, or keeps its day where that is later. */
    Report giveBack(String reason, String by, OffsetDateTime now, boolean roundOpen, WorkingDays workingDays) {
        if (state != State.SUBMITTED) {
            throw ReportRefused.notSubmitted();
        }
        if (!roundOpen) {
            throw ReportRefused.roundClosed();
        }
        var revised = workingDays.plus(now.toLocalDate(), WORKING_DAYS_TO_REVISE);
        return new Report(
                id,
                version,
                owed,
                revised.isAfter(dueOn) ? revised : dueOn,
                State.RETURNED,
                null,
                submission,
                new Decision(now, by, reason));
    }

    /** @param version that it has in the database now */
    Report saved(long version) {
        return new Report(id, version, owed, dueOn, state, waiting, submission, decision);
    }

    boolean handedIn() {
        return state == State.SUBMITTED || state == State.ACCEPTED;
    }
}
