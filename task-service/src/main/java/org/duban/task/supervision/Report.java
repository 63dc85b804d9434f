package org.duban.task.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * One unit's obligation to report on one task in one round, and what became of it. Each decision gives the report as it is
 * afterwards.
 *
 * <pre>
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
 * @param submission null until it is first handed in
 * @param decision the latest review; null until there is one
 */
record Report(
        UUID id,
        long version,
        Owed owed,
        LocalDate dueOn,
        State state,
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
        LAPSED
    }

    /** @param county the unit's; null for the city's own */
    record Owed(
            YearMonth period,
            UUID round,
            UUID plan,
            UUID task,
            UUID unit,
            @Nullable UUID county) {}

    /**
     * @param at when it was handed in, not when it was last corrected
     * @param onTime handed in, and handed in again after each return, by the day it was owed
     */
    record Submission(Content content, OffsetDateTime at, String by, boolean onTime) {}

    /** @param returnReason null where it was accepted */
    record Decision(OffsetDateTime at, String by, @Nullable String returnReason) {}

    /**
     * @param lastProgress what the unit last reported for an earlier period; null where it never did
     * @throws ReportRefused where the round is closed, the report decided, or progress fell without a word why
     */
    Report submit(Content content, String by, OffsetDateTime now, boolean roundOpen, @Nullable Integer lastProgress) {
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
        return new Report(id, version, owed, dueOn, State.SUBMITTED, submission(content, by, now), null);
    }

    private Submission submission(Content content, String by, OffsetDateTime now) {
        boolean inTime = !now.toLocalDate().isAfter(dueOn);
        if (submission == null) {
            return new Submission(content, now, by, inTime);
        }
        return state == State.SUBMITTED
                ? new Submission(content, submission.at(), by, submission.onTime())
                : new Submission(content, now, by, submission.onTime() && inTime);
    }

    Report accept(String by, OffsetDateTime now) {
        if (state != State.SUBMITTED) {
            throw ReportRefused.notSubmitted();
        }
        return new Report(id, version, owed, dueOn, State.ACCEPTED, submission, new Decision(now, by, null));
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
                submission,
                new Decision(now, by, reason));
    }

    boolean handedIn() {
        return state == State.SUBMITTED || state == State.ACCEPTED;
    }
}
