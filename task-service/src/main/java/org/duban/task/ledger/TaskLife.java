package org.duban.task.ledger;

import static org.duban.task.ledger.TaskAction.ACKNOWLEDGE;
import static org.duban.task.ledger.TaskAction.REPORT;
import static org.duban.task.ledger.TaskAction.RETURN;
import static org.duban.task.ledger.TaskAction.REVISE;
import static org.duban.task.ledger.TaskAction.SUBMIT_COMPLETION;
import static org.duban.task.ledger.TaskAction.URGE;
import static org.duban.task.ledger.TaskAction.VERIFY;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;
import static org.duban.task.ledger.TaskState.IN_PROGRESS;

import java.util.Map;
import java.util.Optional;

/** The life of a task in one table (behaviours.md P5): what may be done where, and where it leads. */
final class TaskLife {
    // An acknowledgement leaves ASSIGNED only once every lead unit has acknowledged, and a new lead unit leads back to
    // it;
    // Task counts them.
    private static final Map<TaskState, Map<TaskAction, TaskState>> TABLE = Map.of(
            ASSIGNED,
                    Map.of(
                            ACKNOWLEDGE, ACKNOWLEDGED,
                            REPORT, IN_PROGRESS,
                            URGE, ASSIGNED,
                            REVISE, ASSIGNED),
            ACKNOWLEDGED,
                    Map.of(
                            ACKNOWLEDGE, ACKNOWLEDGED,
                            REPORT, IN_PROGRESS,
                            SUBMIT_COMPLETION, COMPLETION_SUBMITTED,
                            URGE, ACKNOWLEDGED,
                            REVISE, ACKNOWLEDGED),
            IN_PROGRESS,
                    Map.of(
                            ACKNOWLEDGE, IN_PROGRESS,
                            REPORT, IN_PROGRESS,
                            SUBMIT_COMPLETION, COMPLETION_SUBMITTED,
                            URGE, IN_PROGRESS,
                            REVISE, IN_PROGRESS),
            COMPLETION_SUBMITTED,
                    Map.of(
                            ACKNOWLEDGE, COMPLETION_SUBMITTED,
                            REPORT, COMPLETION_SUBMITTED,
                            VERIFY, CLOSED,
                            RETURN, IN_PROGRESS,
                            REVISE, COMPLETION_SUBMITTED),
            CLOSED, Map.of());

    private TaskLife() {}

    /** @return where the action leads; empty where it is not allowed */
    static Optional<TaskState> after(TaskState state, TaskAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }
}
