package org.duban.notification.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.notification.alert.Assignments.Party;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Obligation.State;
import org.duban.notification.alert.Obligations.Share;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.CycleBegun;
import org.duban.task.contract.TaskEvent.ExtensionDecided;
import org.duban.task.contract.TaskEvent.ExtensionRequested;
import org.duban.task.contract.TaskEvent.ExtensionWithdrawn;
import org.duban.task.contract.TaskEvent.LightChanged;
import org.duban.task.contract.TaskEvent.NoticeAnswer;
import org.duban.task.contract.TaskEvent.NoticeAnswered;
import org.duban.task.contract.TaskEvent.NoticeAppealDecided;
import org.duban.task.contract.TaskEvent.NoticeIssued;
import org.duban.task.contract.TaskEvent.NoticeSettled;
import org.duban.task.contract.TaskEvent.PieceHandedOver;
import org.duban.task.contract.TaskEvent.PlanAdopted;
import org.duban.task.contract.TaskEvent.ReportAccepted;
import org.duban.task.contract.TaskEvent.ReportAwaitsSignOff;
import org.duban.task.contract.TaskEvent.ReportReturned;
import org.duban.task.contract.TaskEvent.ReportSignOffRefused;
import org.duban.task.contract.TaskEvent.ReportSignedOff;
import org.duban.task.contract.TaskEvent.ReportSubmitted;
import org.duban.task.contract.TaskEvent.ReportWaived;
import org.duban.task.contract.TaskEvent.ReportsRequested;
import org.duban.task.contract.TaskEvent.RoundClosed;
import org.duban.task.contract.TaskEvent.RoundOpened;
import org.duban.task.contract.TaskEvent.TaskAcknowledged;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.TaskExtended;
import org.duban.task.contract.TaskEvent.TaskReopened;
import org.duban.task.contract.TaskEvent.TaskResumed;
import org.duban.task.contract.TaskEvent.TaskSuspended;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each event about tasks and reports makes known, and what it settles. */
@Service
public class TaskNews {

    private static final Set<String> FALLING_BEHIND = Set.of("BEHIND", "NOT_STARTED");

    private final Obligations obligations;
    private final Assignments assignments;
    private final Alerts alerts;
    private final Reminders reminders;
    private final News news;
    private final Clock clock;

    TaskNews(
            Obligations obligations,
            Assignments assignments,
            Alerts alerts,
            Reminders reminders,
            News news,
            Clock clock) {
        this.obligations = obligations;
        this.assignments = assignments;
        this.alerts = alerts;
        this.reminders = reminders;
        this.news = news;
        this.clock = clock;
    }

    public void take(TaskEvent event) {
        switch (event) {
            case PlanAdopted it -> {}
            case TaskAssigned it -> assigned(it);
            case TaskChanged it -> changed(it);
            case TaskAcknowledged it -> acknowledged(it);
            case CompletionSubmitted it -> completionSubmitted(it);
            case CompletionReturned it -> completionReturned(it);
            case TaskClosed it -> closed(it);
            case TaskSuspended it -> suspended(it);
            case TaskResumed it -> tellAll(it.taskId(), it.version(), null, Phrases.resumed(it));
            case TaskReopened it -> tellAll(it.taskId(), it.version(), null, Phrases.reopened(it));
            case TaskExtended it -> extended(it);
            case CycleBegun it -> begun(it);
            case ExtensionRequested it -> extensionRequested(it);
            case ExtensionWithdrawn it -> {
                alerts.withdrawSubject(AlertKind.EXTENSION_REQUESTED, it.requestId());
                taskChanged(it.taskId());
            }
            case ExtensionDecided it -> extensionDecided(it);
            case PieceHandedOver it -> handedOver(it);
            case LightChanged it -> turned(it);
            case UnitUrged it -> urged(it);
            case RoundOpened it -> news.changed(new Link(Kind.ROUND, it.roundId()), null, Set.of());
            case RoundClosed it -> closed(it);
            case ReportsRequested it -> requested(it);
            case ReportSubmitted it -> submitted(it);
            case ReportAccepted it -> reviewed(obligations.merge(it));
            case ReportReturned it -> returned(it);
            case ReportWaived it -> waived(obligations.merge(it));
            case ReportAwaitsSignOff it -> awaitsSignOff(it);
            case ReportSignOffRefused it -> notSigned(it);
            // told by the submission beside it
            case ReportSignedOff it -> {}
            case NoticeIssued it -> issued(it);
            case NoticeAnswered it -> answered(it);
            case NoticeAppealDecided it -> decided(it);
            case NoticeSettled it -> settled(it);
        }
    }

    private void assigned(TaskAssigned task) {
        assignments.keep(task);
        if (!task.quiet()) {
            alerts.say(task.assignees().stream()
                    .map(assignee -> Saying.toUnit(
                            assignee.unitId(),
                            AlertKind.TASK_ASSIGNED,
                            task.taskId(),
                            "",
                            Phrases.assigned(task, assignee.part()),
                            new Link(Kind.TASK, task.taskId())))
                    .toList());
        }
        taskChanged(task.taskId());
    }

    private void changed(TaskChanged task) {
        assignments.keep(task);
        Link link = new Link(Kind.TASK, task.taskId());
        String occasion = Long.toString(task.version());
        for (UUID unit : task.left()) {
            alerts.withdrawFrom(unit, AlertKind.TASK_ASSIGNED, task.taskId());
            alerts.withdrawLinked(AlertKind.URGED, task.taskId(), unit);
            alerts.withdrawLinked(AlertKind.LIGHT_TURNED, task.taskId(), unit);
            alerts.say(Saying.toUnit(
                    unit, AlertKind.TASK_CHANGED, task.taskId(), occasion, Phrases.takenAway(task), link));
        }
        for (Assignee assignee : task.assignees()) {
            if (task.joined().contains(assignee.unitId())) {
                alerts.sayAsItStands(
                        Saying.toUnit(
                                assignee.unitId(),
                                AlertKind.TASK_ASSIGNED,
                                task.taskId(),
                                "",
                                Phrases.joined(task, assignee.part()),
                                link),
                        false);
            } else if (Phrases.tellsOf(task)) {
                alerts.say(Saying.toUnit(
                        assignee.unitId(),
                        AlertKind.TASK_CHANGED,
                        task.taskId(),
                        occasion,
                        Phrases.changed(task),
                        link));
            }
        }
        taskChanged(task.taskId());
    }

    private void acknowledged(TaskAcknowledged task) {
        alerts.withdrawFrom(task.unitId(), AlertKind.TASK_ASSIGNED, task.taskId());
        taskChanged(task.taskId());
    }

    private void completionSubmitted(CompletionSubmitted task) {
        alerts.withdrawFrom(task.unitId(), AlertKind.COMPLETION_RETURNED, task.taskId());
        if (task.awaited() != null) {
            alerts.withdrawLinked(AlertKind.URGED, task.taskId(), task.unitId());
            taskChanged(task.taskId());
            return;
        }
        for (Party party : assignments.parties(task.taskId())) {
            alerts.withdrawLinked(AlertKind.URGED, task.taskId(), party.unitId());
        }
        Link link = new Link(Kind.TASK, task.taskId());
        String occasion = Long.toString(task.version());
        Saying.Words words = Phrases.completionSubmitted(task);
        alerts.say(
                task.givenBy() == null
                        ? Saying.toStaff(
                                task.unitId(),
                                assignments.county(task.taskId(), task.unitId()),
                                AlertKind.COMPLETION_SUBMITTED,
                                task.taskId(),
                                occasion,
                                words,
                                link)
                        : Saying.toUnit(
                                task.givenBy(), AlertKind.COMPLETION_SUBMITTED, task.taskId(), occasion, words, link));
        taskChanged(task.taskId());
    }

    private void completionReturned(CompletionReturned task) {
        alerts.withdrawSubject(AlertKind.COMPLETION_SUBMITTED, task.taskId());
        alerts.say(task.leadUnits().stream()
                .map(unit -> Saying.toUnit(
                        unit,
                        AlertKind.COMPLETION_RETURNED,
                        task.taskId(),
                        Long.toString(task.version()),
                        Phrases.completionReturned(task),
                        new Link(Kind.TASK, task.taskId())))
                .toList());
        taskChanged(task.taskId());
    }

    private void closed(TaskClosed task) {
        alerts.withdrawLinked(task.taskId());
        taskChanged(task.taskId());
    }

    private void suspended(TaskSuspended task) {
        // What was asked on the task is asked no more; the units are told why.
        alerts.withdrawLinked(task.taskId());
        tellAll(task.taskId(), task.version(), null, Phrases.suspended(task));
    }

    /** Who had asked for it hears of the decision instead. */
    private void extended(TaskExtended task) {
        tellAll(task.taskId(), task.version(), task.requestedBy(), Phrases.extended(task));
    }

    private void begun(CycleBegun cycle) {
        // What was still asked for the cycle before can be done no more.
        for (Party party : assignments.parties(cycle.taskId())) {
            alerts.withdrawLinked(AlertKind.URGED, cycle.taskId(), party.unitId());
            alerts.withdrawFrom(party.unitId(), AlertKind.COMPLETION_RETURNED, cycle.taskId());
        }
        alerts.withdrawLinked(AlertKind.EXTENSION_REQUESTED, cycle.taskId());
        tellAll(cycle.taskId(), cycle.version(), null, Phrases.begun(cycle));
    }

    private void tellAll(UUID task, long version, @Nullable UUID but, Saying.Words words) {
        alerts.say(assignments.parties(task).stream()
                .filter(party -> !party.unitId().equals(but))
                .map(party -> Saying.toUnit(
                        party.unitId(),
                        AlertKind.TASK_CHANGED,
                        task,
                        Long.toString(version),
                        words,
                        new Link(Kind.TASK, task)))
                .toList());
        taskChanged(task);
    }

    private void extensionRequested(ExtensionRequested request) {
        Link link = new Link(Kind.TASK, request.taskId());
        Saying.Words words = Phrases.extensionRequested(request);
        alerts.say(
                request.givenBy() == null
                        ? Saying.toStaff(
                                request.unitId(),
                                request.countyId(),
                                AlertKind.EXTENSION_REQUESTED,
                                request.requestId(),
                                "",
                                words,
                                link)
                        : Saying.toUnit(
                                request.givenBy(),
                                AlertKind.EXTENSION_REQUESTED,
                                request.requestId(),
                                "",
                                words,
                                link));
        taskChanged(request.taskId());
    }

    private void extensionDecided(ExtensionDecided decision) {
        alerts.withdrawSubject(AlertKind.EXTENSION_REQUESTED, decision.requestId());
        alerts.say(Saying.toUnit(
                decision.unitId(),
                AlertKind.EXTENSION_DECIDED,
                decision.requestId(),
                "",
                Phrases.extensionDecided(decision),
                new Link(Kind.TASK, decision.taskId())));
        taskChanged(decision.taskId());
    }

    /** Who decides on it now is asked anew for what still waits. */
    private void handedOver(PieceHandedOver piece) {
        alerts.withdrawLinked(AlertKind.COMPLETION_SUBMITTED, piece.taskId(), piece.from());
        alerts.withdrawLinked(AlertKind.EXTENSION_REQUESTED, piece.taskId(), piece.from());
        taskChanged(piece.taskId());
    }

    /** Days that come near and pass have alerts of their own; that work falls behind is said by nothing else. */
    private void turned(LightChanged task) {
        for (UUID unit : task.leadUnits()) {
            alerts.withdrawLinked(AlertKind.LIGHT_TURNED, task.taskId(), unit);
        }
        if (FALLING_BEHIND.contains(String.valueOf(task.cause()))) {
            alerts.say(task.leadUnits().stream()
                    .map(unit -> Saying.toUnit(
                            unit,
                            AlertKind.LIGHT_TURNED,
                            task.taskId(),
                            task.on() + " " + task.to(),
                            Phrases.turned(task),
                            new Link(Kind.TASK, task.taskId())))
                    .toList());
        }
        taskChanged(task.taskId());
    }

    private void urged(UnitUrged urging) {
        alerts.say(Saying.toUnit(
                urging.unitId(),
                AlertKind.URGED,
                urging.urgingId(),
                "",
                Phrases.urged(urging),
                new Link(Kind.TASK, urging.taskId())));
        taskChanged(urging.taskId());
    }

    private void closed(RoundClosed round) {
        obligations.close(round.roundId());
        alerts.withdrawRound(round.roundId());
        news.changed(new Link(Kind.ROUND, round.roundId()), null, Set.of());
    }

    private void requested(ReportsRequested asked) {
        List<Obligation> owed = asked.reports().stream()
                .map(report -> obligations.merge(asked, report))
                .toList();
        askInRound(owed.getFirst());
        if (!obligations.closed(asked.roundId())) {
            owed.stream()
                    .filter(obligation -> obligation.state() == State.OWED)
                    .forEach(obligation -> reminders.heardLate(obligation, LocalDate.now(clock)));
        }
        news.changed(new Link(Kind.ROUND, asked.roundId()), asked.countyId(), Set.of(asked.unitId()));
    }

    private void submitted(ReportSubmitted report) {
        Obligation obligation = obligations.merge(report);
        settle(obligation);
        askInRound(obligation);
        alerts.withdrawLinked(AlertKind.URGED, obligation.taskId(), obligation.unitId());
        reviewed(obligation);
    }

    private void reviewed(Obligation obligation) {
        settle(obligation);
        awaitReview(obligation);
        reportChanged(obligation);
    }

    private void waived(Obligation obligation) {
        askInRound(obligation);
        reviewed(obligation);
    }

    private void returned(ReportReturned report) {
        Obligation obligation = obligations.merge(report);
        boolean stands = obligation.state() == State.OWED
                && obligation.version() == report.version()
                && !obligations.closed(obligation.roundId());
        alerts.sayAsItStands(
                Saying.toUnit(
                        report.unitId(),
                        AlertKind.REPORT_RETURNED,
                        report.reportId(),
                        Long.toString(report.version()),
                        Phrases.returned(report),
                        new Link(Kind.REPORT, report.reportId())),
                !stands);
        reviewed(obligation);
    }

    private void awaitsSignOff(ReportAwaitsSignOff report) {
        alerts.withdrawSubject(AlertKind.REPORT_NOT_SIGNED, report.reportId());
        alerts.withdrawSubject(AlertKind.REPORT_TO_SIGN_OFF, report.reportId());
        alerts.say(toUnit(
                report.unitId(),
                AlertKind.REPORT_TO_SIGN_OFF,
                report.reportId(),
                report.version(),
                Phrases.awaitsSignOff(report)));
        reportChanged(report.reportId(), report.countyId(), report.unitId());
    }

    private void notSigned(ReportSignOffRefused report) {
        alerts.withdrawSubject(AlertKind.REPORT_TO_SIGN_OFF, report.reportId());
        alerts.say(toUnit(
                report.unitId(),
                AlertKind.REPORT_NOT_SIGNED,
                report.reportId(),
                report.version(),
                Phrases.notSigned(report)));
        reportChanged(report.reportId(), report.countyId(), report.unitId());
    }

    private static Saying toUnit(UUID unit, AlertKind kind, UUID report, long version, Words words) {
        return Saying.toUnit(unit, kind, report, Long.toString(version), words, new Link(Kind.REPORT, report));
    }

    /** Withdraws what asked for a report that has been handed in. */
    private void settle(Obligation obligation) {
        alerts.withdrawReport(obligation.reportId(), obligation.state() == State.OWED ? obligation.version() : null);
    }

    /** One alert for all reports of a unit in a round: a unit with twelve tasks is not told twelve times. */
    private void askInRound(Obligation obligation) {
        Share share = obligations.requested(obligation.roundId(), obligation.unitId());
        boolean settled = share.open() == 0 || obligations.closed(obligation.roundId());
        alerts.sayAsItStands(
                Saying.toUnit(
                        obligation.unitId(),
                        AlertKind.REPORT_REQUESTED,
                        obligation.roundId(),
                        "",
                        Phrases.requested(obligation.period(), share.reports(), share.plan(), share.dueOn()),
                        new Link(Kind.ROUND, obligation.roundId())),
                settled);
    }

    /** One alert for supervisors for all that a unit hands in on one day. */
    private void awaitReview(Obligation obligation) {
        LocalDate day = obligation.submittedOn();
        if (day == null) {
            return;
        }
        Share share = obligations.submitted(obligation.roundId(), obligation.unitId(), day);
        alerts.sayAsItStands(
                Saying.toStaff(
                        obligation.unitId(),
                        obligation.countyId(),
                        AlertKind.REPORT_SUBMITTED,
                        obligation.roundId(),
                        day.toString(),
                        Phrases.submitted(obligation.period(), share.reports()),
                        new Link(Kind.ROUND, obligation.roundId())),
                share.open() == 0);
    }

    private void issued(NoticeIssued notice) {
        Link link = new Link(Kind.NOTICE, notice.noticeId());
        alerts.say(Saying.toUnit(
                notice.unitId(), AlertKind.NOTICE_ISSUED, notice.noticeId(), "", Phrases.issued(notice), link));
        noticeChanged(link, notice.countyId(), notice.unitId());
    }

    private void answered(NoticeAnswered notice) {
        Link link = new Link(Kind.NOTICE, notice.noticeId());
        alerts.withdrawSubject(AlertKind.NOTICE_ISSUED, notice.noticeId());
        if (notice.answer() != NoticeAnswer.RECEIPT) {
            alerts.say(Saying.toStaff(
                    notice.unitId(),
                    notice.issuerCountyId(),
                    AlertKind.NOTICE_ANSWERED,
                    notice.noticeId(),
                    Long.toString(notice.version()),
                    Phrases.answered(notice),
                    link));
        }
        noticeChanged(link, notice.countyId(), notice.unitId());
    }

    private void decided(NoticeAppealDecided notice) {
        Link link = new Link(Kind.NOTICE, notice.noticeId());
        alerts.withdrawSubject(AlertKind.NOTICE_ANSWERED, notice.noticeId());
        alerts.say(Saying.toUnit(
                notice.unitId(),
                AlertKind.NOTICE_APPEAL_DECIDED,
                notice.noticeId(),
                "",
                Phrases.decided(notice),
                link));
        noticeChanged(link, notice.countyId(), notice.unitId());
    }

    private void settled(NoticeSettled notice) {
        alerts.withdrawLinked(notice.noticeId());
        noticeChanged(new Link(Kind.NOTICE, notice.noticeId()), notice.countyId(), notice.unitId());
    }

    private void noticeChanged(Link link, @Nullable UUID county, UUID unit) {
        news.changed(link, county, Set.of(unit));
    }

    private void taskChanged(UUID task) {
        List<Party> parties = assignments.parties(task);
        news.changed(
                new Link(Kind.TASK, task),
                Assignments.county(parties),
                parties.stream().map(Party::unitId).toList());
    }

    private void reportChanged(Obligation obligation) {
        reportChanged(obligation.reportId(), obligation.countyId(), obligation.unitId());
    }

    private void reportChanged(UUID report, @Nullable UUID county, UUID unit) {
        news.changed(new Link(Kind.REPORT, report), county, Set.of(unit));
    }
}
