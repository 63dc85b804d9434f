package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.Objects;
import org.duban.kit.time.DayTurn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Settles the cycles that are over and begins the next. It comes after what is resumed today, which has its cycles to catch up
 * with, and before the rounds of the day, which ask for reports on what began anew.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CycleTurn implements DayTurn {
    private final Tasks tasks;
    private final Cycles cycles;
    private final Milestones milestones;
    private final Decisions decisions;

    CycleTurn(Tasks tasks, Cycles cycles, Milestones milestones, Decisions decisions) {
        this.tasks = tasks;
        this.cycles = cycles;
        this.milestones = milestones;
        this.decisions = decisions;
    }

    @Override
    public void turned(LocalDate today) {
        for (var id : cycles.over(today)) {
            // Held and read again: another instance may have settled it meanwhile.
            if (tasks.locked(id).filter(task -> task.cycleIsOver(today)).isPresent()) {
                decisions.take(id, version -> {}, Actor.SYSTEM, (task, now) -> {
                    Cycle ended = Objects.requireNonNull(task.cycle());
                    Task.Decision renewed = task.renew(cycles.firstDueOn(id), today);
                    cycles.settle(task, ended);
                    milestones.carry(id, ended.repeats());
                    return renewed;
                });
            }
        }
    }
}
