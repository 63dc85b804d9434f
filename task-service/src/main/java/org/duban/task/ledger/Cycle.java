package org.duban.task.ledger;

import java.time.LocalDate;

/** @param to its last day */
public record Cycle(Repeat repeats, LocalDate from, LocalDate to) {

    boolean overOn(LocalDate day) {
        return day.isAfter(to);
    }

    Cycle next() {
        return repeats.cycleOf(to.plusDays(1));
    }
}
