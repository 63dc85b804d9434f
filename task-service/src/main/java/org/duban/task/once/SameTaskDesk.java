package org.duban.task.once;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.task.ledger.PlanViews;
import org.duban.task.ledger.TaskViews;
import org.duban.task.once.SameTasks.Facts;
import org.duban.task.once.SameTasksView.SamePair;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a supervisor says of tasks in two plans that they are one obligation: recognised by the machine, confirmed by a person. */
@Service
public class SameTaskDesk {
    private final SameTasks sameTasks;
    private final TaskViews tasks;
    private final PlanViews plans;
    private final AuditTrail audit;
    private final Clock clock;

    SameTaskDesk(SameTasks sameTasks, TaskViews tasks, PlanViews plans, AuditTrail audit, Clock clock) {
        this.sameTasks = sameTasks;
        this.tasks = tasks;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SameTasksView of(UUID task, Caller caller) {
        tasks.requireVisible(task, caller);
        return new SameTasksView(
                sameTasks.sameAs(task, caller), sameTasks.likely(task, caller), sameTasks.mayDecide(task, caller));
    }

    /** The likest first, at most 200. */
    @Transactional(readOnly = true)
    public List<SamePair> likelyIn(UUID plan, Caller caller) {
        plans.plan(plan, caller);
        return sameTasks.likelyIn(plan, caller);
    }

    /**
     * @param same false: they are told apart, and nobody is asked again
     * @throws OnceRefused where they, or others that are the same, are not the caller's to compare, no unit reports on both, or what is
     *     said contradicts what was said of others
     */
    @Transactional
    public void decide(UUID task, UUID other, boolean same, Caller caller) {
        tasks.requireVisible(task, caller);
        tasks.requireVisible(other, caller);
        sameTasks.holdAll();
        Facts facts = sameTasks.facts(task, other, caller);
        if (!facts.supervised()) {
            throw OnceRefused.notYourPlan();
        }
        if (facts.planOfOne().equals(facts.planOfOther())) {
            throw OnceRefused.onePlan();
        }
        if (same && !facts.commonLead()) {
            throw OnceRefused.nobodyReportsBoth();
        }
        if (!sameTasks.mayDecide(task, caller) || !sameTasks.mayDecide(other, caller)) {
            throw OnceRefused.notYourGroup();
        }
        sameTasks.decide(task, other, same, OffsetDateTime.now(clock), caller.name());
        requireSense(task, other, same);
        audit.record(same ? "tasks-joined" : "tasks-kept-apart", "task", task, Map.of("other", other));
    }

    /** What is the same as one is the same as all: with the decision written, everything that was said must agree. */
    private void requireSense(UUID task, UUID other, boolean same) {
        if (same) {
            sameTasks.twoOfOnePlan(task).ifPresent(plan -> {
                throw OnceRefused.twoOfOnePlan(plan);
            });
            sameTasks.toldApart(task).ifPresent(pair -> {
                throw OnceRefused.toldApart(pair.one(), pair.other());
            });
        } else {
            sameTasks.through(task, other).ifPresent(title -> {
                throw OnceRefused.stillSame(title);
            });
        }
    }
}
