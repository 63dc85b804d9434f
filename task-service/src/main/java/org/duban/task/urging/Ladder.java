package org.duban.task.urging;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The steps a plan takes against a unit that owes something, one after the other (behaviours.md P9). A step is taken once what is
 * owed is so many working days overdue, and the step before has had its grace.
 */
record Ladder(List<Rung> rungs) {

    /** What offices usually do; a plan's own is data. */
    static final Ladder USUAL = new Ladder(List.of(
            new Rung(Step.REMINDER, 1, 1),
            new Rung(Step.NOTICE_BLUE, 3, 2),
            new Rung(Step.NOTICE_YELLOW, 6, 2),
            new Rung(Step.NOTICE_RED, 10, 3),
            new Rung(Step.BULLETIN, 15, 3),
            new Rung(Step.TALK, 20, 0)));

    /**
     * @param afterWorkingDays how many working days overdue
     * @param graceWorkingDays how many working days the unit has after this step before the next is taken
     */
    record Rung(Step step, int afterWorkingDays, int graceWorkingDays) {}

    /** A step that was taken in the case. @param on the day it reached the unit, or was decided against; null while it waits for a signature */
    record Taken(Step step, NoticeState state, @Nullable LocalDate on) {}

    Ladder {
        rungs = rungs.stream().sorted(Comparator.comparing(Rung::step)).toList();
        for (int i = 1; i < rungs.size(); i++) {
            Rung before = rungs.get(i - 1);
            Rung rung = rungs.get(i);
            if (before.step() == rung.step()) {
                throw NoticeRefused.stepsDoNotRise(
                        "“%s”写了两次。".formatted(rung.step().words()));
            }
            if (before.afterWorkingDays() >= rung.afterWorkingDays()) {
                throw NoticeRefused.stepsDoNotRise("“%s”须晚于“%s”。"
                        .formatted(rung.step().words(), before.step().words()));
            }
        }
    }

    /** @return the step that is to be taken today; empty where none is */
    Optional<Step> due(LocalDate owedOn, List<Taken> taken, LocalDate today, WorkingDays workingDays) {
        if (taken.stream().anyMatch(Ladder::holds)) {
            return Optional.empty();
        }
        Optional<Taken> last = taken.stream().max(Comparator.comparing(Taken::step));
        return rungs.stream()
                .filter(rung ->
                        last.isEmpty() || rung.step().compareTo(last.get().step()) > 0)
                .findFirst()
                .filter(rung -> workingDays.between(owedOn, today) >= rung.afterWorkingDays())
                .filter(rung -> last.isEmpty() || graceIsOver(last.get(), today, workingDays))
                .map(Rung::step);
    }

    /** A step that waits for a signature or an appeal holds the case; one that was withdrawn ends it. */
    private static boolean holds(Taken taken) {
        return switch (taken.state()) {
            case PROPOSED, APPEALED, WITHDRAWN -> true;
            case REMINDED, DISMISSED, LAPSED, ISSUED, RECEIVED, REPLIED, SETTLED -> false;
        };
    }

    private boolean graceIsOver(Taken last, LocalDate today, WorkingDays workingDays) {
        int grace = rungs.stream()
                .filter(rung -> rung.step() == last.step())
                .mapToInt(Rung::graceWorkingDays)
                .findFirst()
                .orElse(0);
        // one step a day, whatever the grace
        return last.on() == null || workingDays.between(last.on(), today) >= Math.max(1, grace);
    }
}
