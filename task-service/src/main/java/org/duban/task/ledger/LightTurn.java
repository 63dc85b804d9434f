package org.duban.task.ledger;

import java.time.LocalDate;
import org.duban.kit.time.DayTurn;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new day has its own lights. It comes after what the day itself changes. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LightTurn implements DayTurn {
    private final Tasks tasks;
    private final TaskLights lights;

    LightTurn(Tasks tasks, TaskLights lights) {
        this.tasks = tasks;
        this.lights = lights;
    }

    @Override
    public void turned(LocalDate today) {
        // Of several instances the first does it, and the others find it done.
        tasks.holdUntilCommit("lights", "turn");
        lights.turn(today);
    }
}
