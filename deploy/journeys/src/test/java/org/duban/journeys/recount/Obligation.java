package org.duban.journeys.recount;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.duban.journeys.recount.Fact.Lead;
import org.jspecify.annotations.Nullable;

/** One lead unit's report on one task in one round, and what became of it (behaviours.md D2). */
final class Obligation {

    enum State {
        DUE,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        /** Owed no more: its task was closed first. */
        SPARED,
        /** Owed for ever: its round was closed first. */
        MISSED
    }

    private static final int BLUE_DAYS = 7;
    private static final int YELLOW_DAYS = 3;

    private final Lead lead;
    private State state = State.DUE;
    private LocalDate dueOn;
    private boolean onTime = true;
    private @Nullable Integer progress;

    Obligation(Lead lead, LocalDate dueOn) {
        this.lead = lead;
        this.dueOn = dueOn;
    }

    void handedIn(LocalDate on, int progress) {
        if (awaited()) {
            // once late is late, however quickly it came back after a return
            onTime &= !on.isAfter(dueOn);
        }
        state = State.SUBMITTED;
        this.progress = progress;
    }

    void returned(LocalDate dueAgainOn) {
        state = State.RETURNED;
        dueOn = dueAgainOn;
    }

    void accepted() {
        state = State.ACCEPTED;
    }

    void taskClosed() {
        state = awaited() ? State.SPARED : state;
    }

    void roundClosed() {
        state = awaited() ? State.MISSED : state;
    }

    Lead lead() {
        return lead;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    State state() {
        return state;
    }

    /** What it last said; null where it never came. */
    @Nullable
    Integer progress() {
        return progress;
    }

    boolean owed() {
        return state != State.SPARED;
    }

    boolean awaited() {
        return state == State.DUE || state == State.RETURNED;
    }

    boolean submitted() {
        return state == State.SUBMITTED || state == State.ACCEPTED;
    }

    boolean onTime() {
        return submitted() && onTime;
    }

    Light light(LocalDate today) {
        if (submitted()) {
            return onTime ? Light.GREEN : Light.DONE_LATE;
        }
        long left = DAYS.between(today, dueOn);
        if (state == State.MISSED || left < 0) {
            return Light.RED;
        }
        return state == State.RETURNED || left <= YELLOW_DAYS
                ? Light.YELLOW
                : left <= BLUE_DAYS ? Light.BLUE : Light.GREEN;
    }
}
