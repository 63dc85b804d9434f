package org.duban.task.supervision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.ReportAccepted;
import org.duban.task.contract.TaskEvent.ReportAwaitsSignOff;
import org.duban.task.contract.TaskEvent.ReportReturned;
import org.duban.task.contract.TaskEvent.ReportSignOffRefused;
import org.duban.task.contract.TaskEvent.ReportSignedOff;
import org.duban.task.contract.TaskEvent.ReportSubmitted;
import org.duban.task.evidence.HandedInEvidence;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.LedgerProgress;
import org.duban.task.ledger.Sights;
import org.duban.task.supervision.Report.Owed;
import org.duban.task.supervision.Reports.Coming;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands reports in and reviews them: report, ledger, event and audit entry in one transaction. */
@Service
public class Reporting {

    private static final EventChannel<TaskEvent> EVENTS =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private final Reports reports;
    private final Rounds rounds;
    private final ReportViews views;
    private final LedgerProgress ledger;
    private final HandedInEvidence evidence;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Reporting(
            Reports reports,
            Rounds rounds,
            ReportViews views,
            LedgerProgress ledger,
            HandedInEvidence evidence,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.views = views;
        this.ledger = ledger;
        this.evidence = evidence;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Where the plan asks for the head's signature, what anybody else writes waits for it.
     *
     * @param refusingStale given the report's version, throws where the caller decided on another
     * @param files ids of uploaded evidence; all that there is with it from now on (behaviours.md P11)
     * @throws ReportRefused where it is not the caller's, changed since, or takes no submission any more
     */
    @Transactional
    public ReportView submit(UUID id, LongConsumer refusingStale, Content content, List<UUID> files, Caller caller) {
        reports.planOnce();
        var report = own(id, refusingStale, caller);
        listeners.publishEvent(new ReportComesIn(id, report.owed().task(), true));
        var around = reports.coming(report.owed());
        var handedIn = write(report, around, content, files, caller);
        if (handedIn == null) {
            return views.one(id, caller);
        }
        tellWhoGoesAlong(handedIn, caller);
        return report.version() == 0 && files.isEmpty()
                ? views.first(handedIn, around.around(), caller)
                : views.one(id, caller);
    }

    /**
     * Hands in what another report, just handed in by the unit, has answered too, with that one's files; the caller holds the task.
     *
     * @param answeredBy the other report
     * @throws ReportRefused as for {@link #submit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitAlong(UUID id, Content content, UUID answeredBy, Caller caller) {
        var report = own(id, version -> {}, caller);
        var files = evidence.ofReport(
                answeredBy, report.owed().unit(), report.owed().county());
        write(report, reports.coming(report.owed()), content, files, caller);
    }

    /** @return what was handed in; null where it waits for the head's signature */
    private @Nullable Report write(Report report, Coming coming, Content content, List<UUID> files, Caller caller) {
        var around = coming.around();
        if (around.signOff() && !caller.has("UNIT_HEAD")) {
            propose(report, around, content, files, caller);
            return null;
        }
        var handedIn = report.submit(
                content,
                caller.name(),
                around.signOff() ? caller.name() : null,
                now(),
                around.roundOpen(),
                around.progressBefore());
        return handIn(caller, handedIn, coming, files);
    }

    private void propose(Report report, ReportSurroundings around, Content content, List<UUID> files, Caller caller) {
        var owed = report.owed();
        var proposed = report.propose(content, caller.name(), now(), around.roundOpen(), around.progressBefore());
        if (!ledger.takesReports(owed.task())) {
            throw ReportRefused.taskClosed();
        }
        long saved = reports.save(proposed);
        if (!files.isEmpty() || report.waiting() != null) {
            evidence.withProposal(report.id(), owed.unit(), owed.county(), files, caller.name());
        }
        audit.record("report-proposed", "report", report.id(), about(owed, Map.of("content", content)));
        tell(new ReportAwaitsSignOff(
                report.id(),
                saved,
                owed.round(),
                owed.task(),
                around.taskTitle(),
                around.planTitle(),
                owed.unit(),
                owed.county(),
                owed.period().toString(),
                proposed.dueOn(),
                caller.name()));
    }

    /**
     * The head of the unit lets out what waits.
     *
     * @throws ReportRefused where nothing waits, or as for {@link #submit}
     */
    @Transactional
    public ReportView signOff(UUID id, LongConsumer refusingStale, Caller caller) {
        reports.planOnce();
        var report = own(id, refusingStale, caller);
        var owed = report.owed();
        listeners.publishEvent(new ReportComesIn(id, owed.task(), false));
        var coming = reports.coming(owed);
        var around = coming.around();
        var signed = handIn(
                caller,
                report.signOff(caller.name(), now(), around.roundOpen(), around.progressBefore()),
                coming,
                evidence.ofProposal(id, owed.unit(), owed.county()));
        audit.record("report-signed-off", "report", id, about(owed, Map.of()));
        tell(new ReportSignedOff(
                id,
                signed.version(),
                owed.round(),
                owed.task(),
                owed.unit(),
                owed.period().toString(),
                caller.name()));
        tellWhoGoesAlong(signed, caller);
        return views.one(id, caller);
    }

    /** @throws ReportRefused where nothing waits */
    @Transactional
    public ReportView refuseSignOff(UUID id, LongConsumer refusingStale, String reason, Caller caller) {
        var report = own(id, refusingStale, caller);
        var owed = report.owed();
        long saved = reports.save(report.refuseSignOff(reason));
        audit.record("report-sign-off-refused", "report", id, about(owed, Map.of("reason", reason)));
        var titles = rounds.titles(owed.task());
        tell(new ReportSignOffRefused(
                id,
                saved,
                owed.round(),
                owed.task(),
                titles.task(),
                titles.plan(),
                owed.unit(),
                owed.county(),
                owed.period().toString(),
                reason));
        return views.one(id, caller);
    }

    private Report own(UUID id, LongConsumer refusingStale, Caller caller) {
        var report = seen(id, refusingStale, caller);
        if (!report.owed().unit().equals(caller.unit())) {
            throw ReportRefused.notYours();
        }
        return report;
    }

    /** @return the report with the version that it has now */
    private Report handIn(Caller caller, Report handedIn, Coming coming, List<UUID> files) {
        var owed = handedIn.owed();
        var submission = Objects.requireNonNull(handedIn.submission());
        var content = submission.content();
        // the task is locked before the report, as whoever closes the task does; a late report does not turn progress
        // back
        if (coming.overtaken()) {
            ledger.hold(owed.task());
        } else {
            ledger.reported(owed.task(), owed.unit(), handedIn.id(), content.progress());
        }
        long saved = reports.save(handedIn);
        // nothing came with a report that is written for the first time
        if (!files.isEmpty() || handedIn.version() > 0) {
            evidence.withReport(handedIn.id(), owed.unit(), owed.county(), files, submission.by());
        }
        if (coming.overtaken()) {
            ledger.owedOtherwise(owed.task());
        }
        audit.record("report-submitted", "report", handedIn.id(), about(owed, Map.of("content", content)));
        tell(new ReportSubmitted(
                handedIn.id(),
                saved,
                owed.round(),
                owed.task(),
                coming.around().taskTitle(),
                owed.unit(),
                owed.county(),
                owed.period().toString(),
                content.progress(),
                submission.onTime(),
                submission.at()));
        if (!content.indicators().isEmpty()) {
            listeners.publishEvent(new ReportWasSubmitted(
                    handedIn.id(),
                    owed.task(),
                    owed.unit(),
                    owed.county(),
                    owed.period(),
                    content.indicators(),
                    caller));
        }
        return handedIn.saved(saved);
    }

    private void tellWhoGoesAlong(Report handedIn, Caller caller) {
        var owed = handedIn.owed();
        listeners.publishEvent(new ReportWasHandedIn(
                handedIn.id(),
                owed.task(),
                owed.unit(),
                owed.period().first(),
                Objects.requireNonNull(handedIn.submission()).content(),
                caller));
    }

    private static Map<String, Object> about(Owed owed, Map<String, Object> more) {
        var details = new HashMap<>(more);
        details.put("period", owed.period().toString());
        details.put("task", owed.task());
        return details;
    }

    @Transactional
    public ReportView accept(UUID id, LongConsumer refusingStale, Caller caller) {
        var accepted = reviewed(id, refusingStale, caller).accept(caller.name(), OffsetDateTime.now(clock));
        long saved = reports.save(accepted);
        var owed = accepted.owed();
        audit.record(
                "report-accepted", "report", id, Map.of("period", owed.period().toString(), "task", owed.task()));
        tell(new ReportAccepted(
                id, saved, owed.round(), owed.task(), owed.unit(), owed.period().toString()));
        return views.one(id, caller);
    }

    @Transactional
    public ReportView giveBack(UUID id, LongConsumer refusingStale, String reason, Caller caller) {
        var report = reviewed(id, refusingStale, caller);
        var owed = report.owed();
        // task, round, report: everybody locks in this order
        if (!ledger.takesReports(owed.task())) {
            throw ReportRefused.taskClosed();
        }
        var returned = report.giveBack(
                reason, caller.name(), OffsetDateTime.now(clock), rounds.staysOpen(owed.round()), workingDays);
        long saved = reports.save(returned);
        ledger.owedOtherwise(owed.task());
        var titles = rounds.titles(owed.task());
        audit.record(
                "report-returned",
                "report",
                id,
                Map.of(
                        "period",
                        owed.period().toString(),
                        "task",
                        owed.task(),
                        "reason",
                        reason,
                        "dueOn",
                        returned.dueOn().toString()));
        tell(new ReportReturned(
                id,
                saved,
                owed.round(),
                owed.task(),
                titles.task(),
                titles.plan(),
                owed.unit(),
                owed.county(),
                owed.period().toString(),
                returned.dueOn(),
                reason));
        return views.one(id, caller);
    }

    private Report reviewed(UUID id, LongConsumer refusingStale, Caller caller) {
        var report = seen(id, refusingStale, caller);
        var round = rounds.find(report.owed().round()).orElseThrow(ReportRefused::notFound);
        if (!Sights.supervises(caller, round.countyId())) {
            throw ReportRefused.notYourPlan();
        }
        return report;
    }

    private Report seen(UUID id, LongConsumer refusingStale, Caller caller) {
        var report = reports.find(id).orElseThrow(ReportRefused::notFound);
        if (!caller.sees(report.owed().unit(), report.owed().county())) {
            throw ReportRefused.notFound();
        }
        refusingStale.accept(report.version());
        return report;
    }

    /** As the database keeps it, so that what is answered is what is read later. */
    private OffsetDateTime now() {
        return BusinessTime.at(OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS));
    }

    private void tell(TaskEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
