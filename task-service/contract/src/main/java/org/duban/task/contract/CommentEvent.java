package org.duban.task.contract;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskTopic#NAME} tells of comments on tasks and to those who watch them (behaviours.md P12): keyed by task. */
public sealed interface CommentEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends CommentEvent>> TYPES = Map.ofEntries(
            entry("duban.task.comment-written.v1", CommentWritten.class),
            entry("duban.task.comment-withdrawn.v1", CommentWithdrawn.class),
            entry("duban.task.watched-task-moved.v1", WatchedTaskMoved.class));

    UUID taskId();

    @Override
    default String key() {
        return taskId().toString();
    }

    /**
     * Somebody who watches the task and sees it now.
     *
     * @param person account, as tokens name it
     * @param unitId the unit whose rows alone the person saw when they began to watch; null for who saw a whole county's, or all
     * @param countyId the person's; null for the city's
     */
    record Watcher(
            String person, @Nullable UUID unitId, @Nullable UUID countyId) {}

    /**
     * @param person account, as tokens name it; is told nothing of what they wrote themselves
     * @param unitName null for who is of no unit
     */
    record Author(
            String person,
            String name,
            @Nullable UUID unitId,
            @Nullable String unitName) {}

    /**
     * @param reportId the report that the comment is about; null where it is about the task
     * @param units units that are mentioned: each has a part in the task
     * @param supervisors whether those who supervise the task are mentioned
     * @param countyId whose supervisors those are, beside the city's; null for the city's alone
     * @param watchers whom to tell, without the author
     */
    record CommentWritten(
            UUID taskId,
            String taskTitle,
            UUID commentId,
            @Nullable UUID reportId,
            Author author,
            String words,
            List<UUID> units,
            boolean supervisors,
            @Nullable UUID countyId,
            List<Watcher> watchers)
            implements CommentEvent {}

    record CommentWithdrawn(UUID taskId, UUID commentId) implements CommentEvent {}

    /** Where a watched task stands; a draft is watched by nobody. */
    enum Standing {
        ASSIGNED,
        ACKNOWLEDGED,
        IN_PROGRESS,
        COMPLETION_SUBMITTED,
        SUSPENDED,
        CLOSED
    }

    /**
     * @param version of the task
     * @param by who brought it there; null where nobody did, as a day that came
     * @param watchers whom to tell, without who did it; never empty
     */
    record WatchedTaskMoved(
            UUID taskId,
            long version,
            String taskTitle,
            Standing from,
            Standing to,
            @Nullable String by,
            List<Watcher> watchers)
            implements CommentEvent {}
}
