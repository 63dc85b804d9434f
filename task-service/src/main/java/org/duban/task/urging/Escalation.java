package org.duban.task.urging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.time.DayTurn;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.ledger.NothingIsOwed;
import org.duban.task.ledger.TaskDesk;
import org.duban.task.ledger.Urgings;
import org.duban.task.urging.Notices.Overdue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each day brings to units that owe something (behaviours.md P9): a reminder is sent, anything more is proposed to a
 * supervisor; what has been done ends its notices. Each step is taken once in a case.
 */
@Service
class Escalation implements DayTurn {
    private static final String SYSTEM = "系统";
    private static final Caller ITSELF =
            new Caller("system", SYSTEM, null, null, null, Set.of("SUPERVISOR"), Set.of(), Set.of(), true);

    private final EscalationRules rules;
    private final Notices notices;
    private final NoticeDesk desk;
    private final TaskDesk tasks;
    private final Urgings urgings;
    private final WorkingDays workingDays;
    private final Clock clock;

    Escalation(
            EscalationRules rules,
            Notices notices,
            NoticeDesk desk,
            TaskDesk tasks,
            Urgings urgings,
            WorkingDays workingDays,
            Clock clock) {
        this.rules = rules;
        this.notices = notices;
        this.desk = desk;
        this.tasks = tasks;
        this.urgings = urgings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void turned(LocalDate today) {
        notices.done().forEach(notice -> desk.settle(notice, today));
        rules.all()
                .forEach((plan, ladder) -> notices.overdue(plan, today)
                        .forEach(overdue -> ladder.due(overdue.countedFrom(), overdue.taken(), today, workingDays)
                                .ifPresent(step -> take(step, overdue, today))));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(NothingIsOwed told) {
        if (!told.closed()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        notices.openOn(told.taskId()).forEach(notice -> desk.settle(notice, today));
    }

    private void take(Step step, Overdue overdue, LocalDate today) {
        int late = workingDays.between(overdue.countedFrom(), today);
        Notice notice = Notice.proposed(
                Ids.next(),
                overdue.about(),
                step,
                overdue.matter(),
                today,
                SYSTEM,
                Wording.reason(overdue, today, late),
                Wording.demand(step),
                workingDays.plus(today, Wording.daysToReply(step)));
        if (notices.insert(notice) && !step.signed()) {
            remind(notice, today);
        }
    }

    private void remind(Notice notice, LocalDate today) {
        UUID task = notice.about().taskId();
        UUID unit = notice.about().unitId();
        // who was urged by a person today need not hear it again
        if (urgings.allowed(task, unit, today)) {
            tasks.urge(task, unit, notice.reason() + notice.demand(), version -> {}, ITSELF);
        }
    }
}
