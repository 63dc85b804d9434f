package org.duban.task.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.event.Outbox;
import org.duban.kit.security.Caller;
import org.duban.task.contract.TaskEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How supervision tells the ledger what units have reported. */
@Component
public class LedgerProgress {
    private final Tasks tasks;
    private final TaskHistory history;
    private final Outbox outbox;
    private final Clock clock;

    LedgerProgress(Tasks tasks, TaskHistory history, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
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
     * @throws TaskRefused where the task is closed or the unit has no part in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reported(UUID taskId, UUID unitId, int progress) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Actor by = Caller.find().map(Actor::of).orElse(Actor.SYSTEM);
        Task before = tasks.locked(taskId).orElseThrow(() -> TaskRefused.notFound(taskId));
        Task.Decision decision = before.reported(unitId, by.name(), progress, now);
        tasks.save(before, decision.task(), now);
        history.add(taskId, now, by, TaskAction.REPORT.name(), null, Map.of("progress", progress));
        for (TaskEvent event : decision.events()) {
            outbox.append(Ledger.EVENTS.outgoing(event.key(), event));
        }
    }
}
