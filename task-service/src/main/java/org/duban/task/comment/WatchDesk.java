package org.duban.task.comment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.event.Outbox;
import org.duban.kit.security.Caller;
import org.duban.task.contract.CommentEvent.Standing;
import org.duban.task.contract.CommentEvent.WatchedTaskMoved;
import org.duban.task.contract.CommentEvent.Watcher;
import org.duban.task.ledger.TaskMoved;
import org.duban.task.ledger.TaskState;
import org.duban.task.ledger.TaskViews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where people begin and cease to watch a task. Nobody watches because of their office: lead units and supervisors are told anyway. */
@Service
@Transactional
public class WatchDesk {

    private final Watches watches;
    private final Comments comments;
    private final TaskViews tasks;
    private final Outbox outbox;
    private final Clock clock;

    WatchDesk(Watches watches, Comments comments, TaskViews tasks, Outbox outbox, Clock clock) {
        this.watches = watches;
        this.comments = comments;
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Watching twice is watching. */
    public WatchView watch(UUID task, Caller caller) {
        tasks.requireVisible(task, caller);
        if (caller.software()) {
            throw CommentRefused.noPerson();
        }
        if (comments.task(task).orElseThrow(CommentRefused::notFound).drafted()) {
            throw CommentRefused.drafted();
        }
        watches.begin(task, caller, OffsetDateTime.now(clock));
        return view(task, caller);
    }

    public void unwatch(UUID task, Caller caller) {
        tasks.requireVisible(task, caller);
        watches.end(task, caller.subject());
    }

    /** Whoever has another post since and looks at the task goes on watching it from there. */
    public WatchView one(UUID task, Caller caller) {
        tasks.requireVisible(task, caller);
        watches.renew(task, caller);
        return view(task, caller);
    }

    private WatchView view(UUID task, Caller caller) {
        Optional<OffsetDateTime> since = watches.since(task, caller.subject());
        return new WatchView(since.isPresent(), since.orElse(null));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(TaskMoved moved) {
        if (moved.from() == TaskState.DRAFTED) {
            return;
        }
        Optional<Caller> by = Caller.find();
        List<Watcher> watchers =
                watches.toTell(moved.taskId(), by.map(Caller::subject).orElse(null), List.of());
        if (watchers.isEmpty()) {
            return;
        }
        var event = new WatchedTaskMoved(
                moved.taskId(),
                moved.version(),
                moved.title(),
                standing(moved.from()),
                standing(moved.to()),
                by.map(Caller::name).orElse(null),
                watchers);
        outbox.append(CommentDesk.EVENTS.outgoing(event.key(), event));
    }

    private static Standing standing(TaskState state) {
        return switch (state) {
            case DRAFTED -> throw new IllegalStateException("a draft is watched by nobody");
            case ASSIGNED -> Standing.ASSIGNED;
            case ACKNOWLEDGED -> Standing.ACKNOWLEDGED;
            case IN_PROGRESS -> Standing.IN_PROGRESS;
            case COMPLETION_SUBMITTED -> Standing.COMPLETION_SUBMITTED;
            case SUSPENDED -> Standing.SUSPENDED;
            case CLOSED -> Standing.CLOSED;
        };
    }
}
