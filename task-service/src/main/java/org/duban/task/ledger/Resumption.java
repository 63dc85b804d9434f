package org.duban.task.ledger;

import java.time.LocalDate;
import org.duban.kit.time.DayTurn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resumes what was suspended until today. It comes before the rounds of the day, which ask for reports on it again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Resumption implements DayTurn {
    private final Tasks tasks;
    private final Decisions decisions;

    Resumption(Tasks tasks, Decisions decisions) {
        this.tasks = tasks;
        this.decisions = decisions;
    }

    @Override
    public void turned(LocalDate today) {
        for (var id : tasks.heldToResume(today)) {
            if (tasks.locked(id).filter(task -> task.suspendedUntil(today)).isPresent()) {
                decisions.take(id, version -> {}, Actor.SYSTEM, (task, now) -> task.resume(null));
            }
        }
    }
}
