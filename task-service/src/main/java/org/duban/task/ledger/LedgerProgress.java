package org.duban.task.ledger;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How supervision tells the ledger what units have reported. */
@Component
public class LedgerProgress {
    private final Tasks tasks;
    private final Decisions decisions;

    LedgerProgress(Tasks tasks, Decisions decisions) {
        this.tasks = tasks;
        this.decisions = decisions;
    }

    /** Whether the task takes reports; it stays so until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takesReports(UUID taskId) {
        return tasks.locked(taskId)
                .filter(task -> task.allows(TaskAction.REPORT))
                .isPresent();
    }

    /**
     * Notes a unit's progress inside the transaction that submits its report.
     *
     * @param progress 0 to 100
     * @throws TaskRefused where the task is closed or suspended, or the unit has no part in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(UUID taskId, UUID unitId, int progress) {
        Actor by = Caller.find().map(Actor::of).orElse(Actor.SYSTEM);
        decisions.note(taskId, version -> {}, by, (task, now) -> task.reported(unitId, by.name(), progress, now));
    }
}
