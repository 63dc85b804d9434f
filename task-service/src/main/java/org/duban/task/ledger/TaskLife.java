package org.duban.task.ledger;

import static org.duban.task.ledger.TaskAction.ACKNOWLEDGE;
import static org.duban.task.ledger.TaskAction.ASSIGN;
import static org.duban.task.ledger.TaskAction.CASCADE;
import static org.duban.task.ledger.TaskAction.DECOMPOSE;
import static org.duban.task.ledger.TaskAction.DISCARD;
import static org.duban.task.ledger.TaskAction.EXTEND;
import static org.duban.task.ledger.TaskAction.HAND_OVER;
import static org.duban.task.ledger.TaskAction.PROPOSE_MILESTONES;
import static org.duban.task.ledger.TaskAction.REFUSE_EXTENSION;
import static org.duban.task.ledger.TaskAction.RENEW;
import static org.duban.task.ledger.TaskAction.REOPEN;
import static org.duban.task.ledger.TaskAction.REPORT;
import static org.duban.task.ledger.TaskAction.REQUEST_EXTENSION;
import static org.duban.task.ledger.TaskAction.RESUME;
import static org.duban.task.ledger.TaskAction.RETURN;
import static org.duban.task.ledger.TaskAction.REVISE;
import static org.duban.task.ledger.TaskAction.ROLL_UP;
import static org.duban.task.ledger.TaskAction.SET_CADENCE;
import static org.duban.task.ledger.TaskAction.SET_MILESTONES;
import static org.duban.task.ledger.TaskAction.SUBMIT_COMPLETION;
import static org.duban.task.ledger.TaskAction.SUSPEND;
import static org.duban.task.ledger.TaskAction.URGE;
import static org.duban.task.ledger.TaskAction.VERIFY;
import static org.duban.task.ledger.TaskAction.WITHDRAW_EXTENSION;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;
import static org.duban.task.ledger.TaskState.DRAFTED;
import static org.duban.task.ledger.TaskState.IN_PROGRESS;
import static org.duban.task.ledger.TaskState.SUSPENDED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of a task in one table (behaviours.md P5): what may be done where, and where it may lead. Where several states stand,
 * the parts decide: a running task stands where its units have brought it ({@link PartLife}).
 */
final class TaskLife {

    private static final Map<TaskState, Map<TaskAction, Set<TaskState>>> TABLE = table(
            row(DRAFTED, REVISE, DRAFTED),
            row(DRAFTED, SET_MILESTONES, DRAFTED),
            row(DRAFTED, SET_CADENCE, DRAFTED),
            row(DRAFTED, ASSIGN, ASSIGNED),
            row(DRAFTED, DISCARD, DRAFTED),
            //
            row(ASSIGNED, ACKNOWLEDGE, ASSIGNED, ACKNOWLEDGED),
            row(ASSIGNED, REPORT, IN_PROGRESS),
            row(ASSIGNED, SUBMIT_COMPLETION, IN_PROGRESS),
            row(ASSIGNED, URGE, ASSIGNED),
            row(ASSIGNED, REVISE, ASSIGNED, ACKNOWLEDGED),
            row(ASSIGNED, SET_MILESTONES, ASSIGNED),
            row(ASSIGNED, SET_CADENCE, ASSIGNED),
            row(ASSIGNED, PROPOSE_MILESTONES, ASSIGNED),
            row(ASSIGNED, REQUEST_EXTENSION, ASSIGNED),
            row(ASSIGNED, WITHDRAW_EXTENSION, ASSIGNED),
            row(ASSIGNED, EXTEND, ASSIGNED),
            row(ASSIGNED, REFUSE_EXTENSION, ASSIGNED),
            row(ASSIGNED, DECOMPOSE, ASSIGNED),
            row(ASSIGNED, CASCADE, ASSIGNED),
            row(ASSIGNED, HAND_OVER, ASSIGNED),
            row(ASSIGNED, ROLL_UP, ASSIGNED, IN_PROGRESS),
            row(ASSIGNED, SUSPEND, SUSPENDED),
            row(ASSIGNED, RENEW, ASSIGNED, ACKNOWLEDGED),
            //
            row(ACKNOWLEDGED, ACKNOWLEDGE, ACKNOWLEDGED),
            row(ACKNOWLEDGED, REPORT, IN_PROGRESS),
            row(ACKNOWLEDGED, SUBMIT_COMPLETION, IN_PROGRESS, COMPLETION_SUBMITTED),
            row(ACKNOWLEDGED, URGE, ACKNOWLEDGED),
            row(ACKNOWLEDGED, REVISE, ASSIGNED, ACKNOWLEDGED),
            row(ACKNOWLEDGED, SET_MILESTONES, ACKNOWLEDGED),
            row(ACKNOWLEDGED, SET_CADENCE, ACKNOWLEDGED),
            row(ACKNOWLEDGED, PROPOSE_MILESTONES, ACKNOWLEDGED),
            row(ACKNOWLEDGED, REQUEST_EXTENSION, ACKNOWLEDGED),
            row(ACKNOWLEDGED, WITHDRAW_EXTENSION, ACKNOWLEDGED),
            row(ACKNOWLEDGED, EXTEND, ACKNOWLEDGED),
            row(ACKNOWLEDGED, REFUSE_EXTENSION, ACKNOWLEDGED),
            row(ACKNOWLEDGED, DECOMPOSE, ACKNOWLEDGED),
            row(ACKNOWLEDGED, CASCADE, ACKNOWLEDGED),
            row(ACKNOWLEDGED, HAND_OVER, ACKNOWLEDGED),
            row(ACKNOWLEDGED, ROLL_UP, ACKNOWLEDGED, IN_PROGRESS),
            row(ACKNOWLEDGED, SUSPEND, SUSPENDED),
            row(ACKNOWLEDGED, RENEW, ACKNOWLEDGED),
            //
            row(IN_PROGRESS, ACKNOWLEDGE, IN_PROGRESS),
            row(IN_PROGRESS, REPORT, IN_PROGRESS),
            row(IN_PROGRESS, SUBMIT_COMPLETION, IN_PROGRESS, COMPLETION_SUBMITTED),
            row(IN_PROGRESS, RETURN, IN_PROGRESS),
            row(IN_PROGRESS, URGE, IN_PROGRESS),
            row(IN_PROGRESS, REVISE, ASSIGNED, ACKNOWLEDGED, IN_PROGRESS, COMPLETION_SUBMITTED),
            row(IN_PROGRESS, SET_MILESTONES, IN_PROGRESS),
            row(IN_PROGRESS, SET_CADENCE, IN_PROGRESS),
            row(IN_PROGRESS, PROPOSE_MILESTONES, IN_PROGRESS),
            row(IN_PROGRESS, REQUEST_EXTENSION, IN_PROGRESS),
            row(IN_PROGRESS, WITHDRAW_EXTENSION, IN_PROGRESS),
            row(IN_PROGRESS, EXTEND, IN_PROGRESS),
            row(IN_PROGRESS, REFUSE_EXTENSION, IN_PROGRESS),
            row(IN_PROGRESS, DECOMPOSE, IN_PROGRESS),
            row(IN_PROGRESS, CASCADE, IN_PROGRESS),
            row(IN_PROGRESS, HAND_OVER, IN_PROGRESS),
            row(IN_PROGRESS, ROLL_UP, IN_PROGRESS),
            row(IN_PROGRESS, SUSPEND, SUSPENDED),
            row(IN_PROGRESS, RENEW, ASSIGNED, ACKNOWLEDGED),
            //
            row(COMPLETION_SUBMITTED, ACKNOWLEDGE, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, REPORT, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, VERIFY, CLOSED),
            row(COMPLETION_SUBMITTED, RETURN, IN_PROGRESS),
            row(COMPLETION_SUBMITTED, REVISE, ASSIGNED, ACKNOWLEDGED, IN_PROGRESS, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, SET_CADENCE, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, WITHDRAW_EXTENSION, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, EXTEND, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, REFUSE_EXTENSION, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, HAND_OVER, IN_PROGRESS, COMPLETION_SUBMITTED),
            row(COMPLETION_SUBMITTED, SUSPEND, SUSPENDED),
            //
            row(SUSPENDED, REVISE, SUSPENDED),
            row(SUSPENDED, HAND_OVER, SUSPENDED),
            row(SUSPENDED, RESUME, ASSIGNED, ACKNOWLEDGED, IN_PROGRESS, COMPLETION_SUBMITTED),
            //
            row(CLOSED, HAND_OVER, CLOSED),
            row(CLOSED, REOPEN, IN_PROGRESS),
            row(CLOSED, RENEW, ASSIGNED, ACKNOWLEDGED));

    private TaskLife() {}

    /** @return where the action may lead; empty where it is not allowed. A discarded draft leads nowhere any more. */
    static Set<TaskState> after(TaskState state, TaskAction action) {
        return TABLE.getOrDefault(state, Map.of()).getOrDefault(action, Set.of());
    }

    /** Where the units of a running task have brought it. */
    static TaskState of(List<Part> parts) {
        List<Part> leads = parts.stream().filter(Part::leads).toList();
        if (leads.stream().allMatch(part -> part.state() == PartState.COMPLETED)) {
            return COMPLETION_SUBMITTED;
        }
        if (parts.stream().anyMatch(part -> part.state().begun())) {
            return IN_PROGRESS;
        }
        return leads.stream().allMatch(part -> part.state() == PartState.ACKNOWLEDGED) ? ACKNOWLEDGED : ASSIGNED;
    }

    private record Row(TaskState from, TaskAction action, Set<TaskState> to) {}

    private static Row row(TaskState from, TaskAction action, TaskState... to) {
        return new Row(from, action, Set.of(to));
    }

    private static Map<TaskState, Map<TaskAction, Set<TaskState>>> table(Row... rows) {
        Map<TaskState, Map<TaskAction, Set<TaskState>>> table = new EnumMap<>(TaskState.class);
        Arrays.stream(rows)
                .forEach(row -> table.computeIfAbsent(row.from, from -> new EnumMap<>(TaskAction.class))
                        .merge(row.action, row.to, (one, other) -> {
                            throw new IllegalStateException("Two rows for " + row);
                        }));
        return table;
    }
}
