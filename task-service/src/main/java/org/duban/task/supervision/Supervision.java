package org.duban.task.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.time.DayTurn;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.ReportRequested;
import org.duban.task.contract.TaskEvent.ReportWaived;
import org.duban.task.contract.TaskEvent.RoundClosed;
import org.duban.task.contract.TaskEvent.RoundOpened;
import org.duban.task.ledger.LedgerProgress;
import org.duban.task.ledger.NothingIsOwed;
import org.duban.task.ledger.PlanWasAdopted;
import org.duban.task.ledger.PlanWasAmended;
import org.duban.task.ledger.Sights;
import org.duban.task.supervision.Rounds.Requested;
import org.duban.task.supervision.Rounds.Round;
import org.duban.task.supervision.Rounds.Waived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens and closes rounds (behaviours.md D2): when a plan is adopted, when a month begins, when a grace has passed, or when a
 * supervisor says so. Whoever opens a round a second time finds the first.
 */
@Service
public class Supervision implements DayTurn {

    private static final EventChannel<TaskEvent> EVENTS =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private static final int MONTHS_AHEAD = 12;

    private final Rounds rounds;
    private final LedgerProgress ledger;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Supervision(
            Rounds rounds,
            LedgerProgress ledger,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param opened false where the round was there already */
    public record Opening(UUID round, boolean opened) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAdopted adopted) {
        var pace = rounds.pace(adopted.planId()).orElseThrow();
        var today = LocalDate.now(clock);
        var first = RoundDays.first(pace, workingDays);
        if (!first.isAfter(YearMonth.from(today)) && owed(pace, first, today)) {
            open(pace, first, today);
        }
    }

    /** New lead units are asked in rounds that have still time, and who leads no more owes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAmended amended) {
        var pace = rounds.pace(amended.planId()).orElseThrow();
        var parted = rounds.waiveParted(pace.id(), LocalDate.now(clock));
        tellWaived(parted, false);
        ledger.owedOtherwise(parted.stream().map(Waived::taskId).toList());
        for (var round : rounds.withTimeLeft(pace.id(), LocalDate.now(clock))) {
            tellRequested(
                    rounds.request(round.id(), pace.id(), round.period(), round.dueOn()),
                    round.id(),
                    pace,
                    round.period(),
                    round.dueOn());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(NothingIsOwed told) {
        tellWaived(rounds.waive(told.taskId(), LocalDate.now(clock)), false);
    }

    @Override
    @Transactional
    public void turned(LocalDate today) {
        rounds.ensureMonth(YearMonth.from(today));
        rounds.ensureMonth(YearMonth.from(today).plusMonths(1));
        for (var plan : rounds.supervised()) {
            RoundDays.missing(plan.pace(), plan.opened(), today, workingDays).stream()
                    .filter(period -> owed(plan.pace(), period, today))
                    .forEach(period -> open(plan.pace(), period, today));
        }
        rounds.closedYetOwing().forEach(task -> tellWaived(rounds.waive(task, today), false));
        rounds.pastTheirGrace(today).forEach(this::closeOnce);
    }

    /** @throws RoundRefused where the plan is not the caller's, owes nothing, or the month lies outside its life */
    @Transactional
    public Opening open(UUID planId, YearMonth period, Caller caller) {
        var pace = rounds.pace(planId)
                .filter(plan -> Sights.supervises(caller, plan.countyId()))
                .orElseThrow(RoundRefused::noSuchPlan);
        var today = LocalDate.now(clock);
        if (period.isBefore(YearMonth.from(pace.adoptedOn()))
                || period.isAfter(YearMonth.from(today).plusMonths(MONTHS_AHEAD))) {
            throw RoundRefused.outOfRange();
        }
        var there = rounds.find(planId, period);
        if (there.isPresent()) {
            return new Opening(there.get().id(), false);
        }
        if (!owed(pace, period, today)) {
            throw RoundRefused.nothingOwed();
        }
        return open(pace, period, today);
    }

    /**
     * Closing a closed round changes nothing.
     *
     * @throws RoundRefused where it is not the caller's to close
     */
    @Transactional
    public void close(UUID id, Caller caller) {
        rounds.find(id)
                .filter(round -> Sights.supervises(caller, round.countyId()))
                .orElseThrow(RoundRefused::notFound);
        closeOnce(id);
    }

    private boolean owed(PlanPace plan, YearMonth period, LocalDate today) {
        return rounds.anythingOwed(
                plan.id(), RoundDays.of(period, plan, today, workingDays).dueOn());
    }

    private Opening open(PlanPace plan, YearMonth period, LocalDate today) {
        var days = RoundDays.of(period, plan, today, workingDays);
        var id = Ids.next();
        if (!rounds.insert(id, plan, period, days, OffsetDateTime.now(clock))) {
            return new Opening(rounds.find(plan.id(), period).orElseThrow().id(), false);
        }
        rounds.ensureMonth(period);
        var requested = rounds.request(id, plan.id(), period, days.dueOn());
        tell(new RoundOpened(id, plan.id(), plan.title(), period.toString(), days.dueOn(), requested.size()));
        tellRequested(requested, id, plan, period, days.dueOn());
        if (days.dueOn().isBefore(today)) {
            ledger.owedOtherwise(requested.stream().map(Requested::taskId).toList());
        }
        audit.record(
                "round-opened",
                "round",
                id,
                Map.of("plan", plan.id(), "period", period.toString(), "reports", requested.size()));
        return new Opening(id, true);
    }

    private void tellRequested(
            List<Requested> requested, UUID round, PlanPace plan, YearMonth period, LocalDate dueOn) {
        for (var report : requested) {
            tell(new ReportRequested(
                    report.id(),
                    0,
                    round,
                    report.taskId(),
                    report.taskTitle(),
                    plan.title(),
                    report.unitId(),
                    report.countyId(),
                    period.toString(),
                    dueOn));
        }
    }

    private void closeOnce(UUID id) {
        var round = rounds.locked(id).orElseThrow(RoundRefused::notFound);
        if (!round.open()) {
            return;
        }
        rounds.close(id, OffsetDateTime.now(clock));
        var missed = rounds.lapse(round, LocalDate.now(clock));
        tellWaived(missed, true);
        ledger.owedOtherwise(missed.stream().map(Waived::taskId).toList());
        tellClosed(round);
        audit.record(
                "round-closed",
                "round",
                id,
                Map.of("plan", round.planId(), "period", round.period().toString(), "missed", missed.size()));
    }

    private void tellClosed(Round round) {
        tell(new RoundClosed(round.id(), round.planId(), round.period().toString()));
    }

    private void tellWaived(List<Waived> reports, boolean missed) {
        for (var report : reports) {
            tell(new ReportWaived(
                    report.id(),
                    report.version(),
                    report.roundId(),
                    report.taskId(),
                    report.unitId(),
                    report.period().toString(),
                    missed));
        }
    }

    private void tell(TaskEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
