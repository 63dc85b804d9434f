package org.duban.task.ledger;

import java.util.UUID;

/**
 * A task stands elsewhere in its life. Told inside the transaction that brought it there.
 *
 * @param version the task's, afterwards
 */
public record TaskMoved(UUID taskId, long version, String title, TaskState from, TaskState to) {

    static TaskMoved between(Task before, Task after) {
        return new TaskMoved(after.id(), after.version(), after.title(), before.state(), after.state());
    }
}
