package org.duban.task.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How supervision tells the ledger what units have reported. */
@Component
public class LedgerProgress {
    private final Tasks tasks;
    private final Pieces pieces;
    private final Decisions decisions;
    private final TaskLights lights;

    LedgerProgress(Tasks tasks, Pieces pieces, Decisions decisions, TaskLights lights) {
        this.tasks = tasks;
        this.pieces = pieces;
        this.decisions = decisions;
        this.lights = lights;
    }

    /** Nobody else decides on the task until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID taskId) {
        tasks.locked(taskId);
    }

    /** Whether the task takes reports; it stays so until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takesReports(UUID taskId) {
        return tasks.locked(taskId)
                .filter(task -> task.allows(TaskAction.REPORT))
                .isPresent();
    }

    /**
     * Notes a unit's progress, or how far the pieces have come that it gave to others, inside the transaction that submits its
     * report.
     *
     * @param report no more owed once the transaction ends
     * @param progress 0 to 100
     * @throws TaskRefused where the task is closed or suspended, or the unit has no part in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(UUID taskId, UUID unitId, UUID report, int progress) {
        Actor by = Caller.find().map(Actor::of).orElse(Actor.SYSTEM);
        decisions.reported(
                taskId,
                report,
                by,
                (task, now) -> task.reported(
                        unitId, by.name(), pieces.progress(taskId, unitId).orElse(progress), now));
    }

    /** A report on the task, which the caller holds, was handed in or returned: its light may depend on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owedOtherwise(UUID taskId) {
        lights.judge(List.of(taskId));
    }

    /** Many reports are owed no more, or newly; their tasks are judged after the transaction, which does not hold them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owedOtherwise(Collection<UUID> tasks) {
        lights.judgeAfterwards(tasks);
    }
}
