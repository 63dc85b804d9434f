package org.duban.task.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.time.DayTurn;
import org.duban.task.calendar.Period;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.ReportWaived;
import org.duban.task.contract.TaskEvent.ReportsRequested;
import org.duban.task.contract.TaskEvent.RequestedReport;
import org.duban.task.contract.TaskEvent.RoundClosed;
import org.duban.task.contract.TaskEvent.RoundOpened;
import org.duban.task.ledger.LedgerProgress;
import org.duban.task.ledger.NothingIsOwed;
import org.duban.task.ledger.PlanWasAdopted;
import org.duban.task.ledger.PlanWasAmended;
import org.duban.task.ledger.Sights;
import org.duban.task.supervision.Rounds.Asking;
import org.duban.task.supervision.Rounds.Requested;
import org.duban.task.supervision.Rounds.Round;
import org.duban.task.supervision.Rounds.Supervised;
import org.duban.task.supervision.Rounds.Waived;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens and closes rounds (behaviours.md D2): when a plan is adopted, when a period begins, when a grace has passed, or when a
 * supervisor says so. Whoever opens a round a second time finds the first.
 */
@Service
public class Supervision implements DayTurn {

    private static final EventChannel<TaskEvent> EVENTS =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private static final int MONTHS_AHEAD = 12;

    /** So many reports, about, are asked for in one transaction. */
    private static final int AT_ONCE = 100_000;

    private final Rounds rounds;
    private final Freezing freezing;
    private final LedgerProgress ledger;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final TransactionTemplate together;

    Supervision(
            Rounds rounds,
            Freezing freezing,
            LedgerProgress ledger,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher listeners,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rounds = rounds;
        this.freezing = freezing;
        this.ledger = ledger;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.together = new TransactionTemplate(transactions);
    }

    /** @param opened false where the round was there already */
    public record Opening(UUID round, boolean opened) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAdopted adopted) {
        var pace = rounds.pace(adopted.planId()).orElseThrow();
        var today = LocalDate.now(clock);
        var first = RoundDays.first(pace, pace.cadence(), pace.adoptedOn(), workingDays);
        if (!first.first().isAfter(today) && owed(pace, first, today)) {
            open(together, pace, first, today);
        }
    }

    /** Who is new to a round that has still time is asked in it, and who leads no more owes nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAmended amended) {
        var pace = rounds.pace(amended.planId()).orElseThrow();
        var today = LocalDate.now(clock);
        var parted = rounds.waiveParted(pace.id(), today);
        tellWaived(parted, false);
        ledger.owedOtherwise(parted.stream().map(Waived::taskId).toList());
        for (var round : rounds.withTimeLeft(pace.id(), today)) {
            request(round.id(), pace, round.period(), round.days(), Asks.only(amended.tasks()));
            listeners.publishEvent(new RoundAsks(
                    round.id(), pace.id(), round.period(), round.days().dueOn()));
        }
        // A round that is due is opened by whoever holds no task: it asks for all of the plan's.
        if (amended.tasks().isEmpty()) {
            rounds.supervised(pace.id()).forEach(supervised -> openMissing(together, supervised, today));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(NothingIsOwed told) {
        tellWaived(rounds.waive(told.taskId(), LocalDate.now(clock)), false);
    }

    /**
     * Each round is opened in transactions of its own and closed in one of its own: a plan of many thousand reports holds up none of
     * the others, one that fails stops none, and what is done stays done when the turn is made again.
     */
    @Override
    public void turned(LocalDate today) {
        var failed = new ArrayList<RuntimeException>();
        attempt(
                failed,
                () -> alone.executeWithoutResult(status -> {
                    rounds.ensureMonth(today);
                    rounds.ensureMonth(today.plusMonths(1));
                }));
        rounds.brokenOff().forEach(round -> attempt(failed, () -> goOn(round)));
        rounds.supervised().forEach(plan -> attempt(failed, () -> openMissing(alone, plan, today)));
        rounds.closedYetOwing()
                .forEach(task -> attempt(
                        failed,
                        () -> alone.executeWithoutResult(status -> tellWaived(rounds.waive(task, today), false))));
        rounds.pastTheirGrace(today)
                .forEach(round -> attempt(failed, () -> alone.executeWithoutResult(status -> closeOnce(round))));
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private static void attempt(List<RuntimeException> failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            // told above, after all the others have had their turn
            failed.add(failure);
        }
    }

    private List<Period> missing(Supervised plan, LocalDate today) {
        return RoundDays.missing(plan.pace(), plan.cadence(), plan.since(), plan.opened(), today, workingDays);
    }

    private void openMissing(TransactionTemplate steps, Supervised plan, LocalDate today) {
        missing(plan, today).stream()
                .filter(period -> owed(plan.pace(), period, today))
                .forEach(period -> open(steps, plan.pace(), period, today));
    }

    /**
     * Opening it again goes on where the first opening was broken off, and changes nothing where it was not.
     *
     * @throws RoundRefused where the plan is not the caller's, owes nothing, or the period lies outside its life
     */
    public Opening open(UUID planId, Period period, Caller caller) {
        var pace = rounds.pace(planId)
                .filter(plan -> Sights.supervises(caller, plan.countyId()))
                .orElseThrow(RoundRefused::noSuchPlan);
        var today = LocalDate.now(clock);
        if (period.last().isBefore(pace.adoptedOn()) || period.first().isAfter(today.plusMonths(MONTHS_AHEAD))) {
            throw RoundRefused.outOfRange();
        }
        var there = rounds.find(planId, period);
        if (there.isPresent()) {
            goOn(there.get());
            return new Opening(there.get().id(), false);
        }
        if (!owed(pace, period, today)) {
            throw RoundRefused.nothingOwed();
        }
        return open(alone, pace, period, today);
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

    private boolean owed(PlanPace plan, Period period, LocalDate today) {
        return rounds.anythingOwed(
                plan.id(),
                period.cadence(),
                RoundDays.of(period, plan, today, workingDays).dueOn());
    }

    private Opening open(TransactionTemplate steps, PlanPace plan, Period period, LocalDate today) {
        var days = RoundDays.of(period, plan, today, workingDays);
        var id = Ids.next();
        boolean opened = Boolean.TRUE.equals(
                steps.execute(status -> rounds.insert(id, plan, period, days, OffsetDateTime.now(clock))));
        var round = opened ? id : rounds.find(plan.id(), period).orElseThrow().id();
        ask(steps, round, plan);
        return new Opening(round, opened);
    }

    private void goOn(Round round) {
        ask(alone, round.id(), rounds.pace(round.planId()).orElseThrow());
    }

    /** Asks all units; those that were asked before are asked nothing again. */
    private void ask(TransactionTemplate steps, UUID id, PlanPace plan) {
        rounds.asking(id).ifPresent(round -> {
            steps.executeWithoutResult(
                    status -> rounds.ensureMonth(round.period().first()));
            for (var units : rounds.portions(
                    plan.id(), round.period().cadence(), round.days().dueOn(), AT_ONCE)) {
                steps.executeWithoutResult(status -> rounds.lockedAsking(id)
                        .ifPresent(still -> request(id, plan, still.period(), still.days(), Asks.of(units))));
            }
            steps.executeWithoutResult(status -> rounds.lockedAsking(id).ifPresent(asked -> hasAsked(id, plan, asked)));
        });
    }

    private void hasAsked(UUID id, PlanPace plan, Asking asked) {
        rounds.hasAsked(id);
        var period = asked.period();
        var dueOn = asked.days().dueOn();
        tell(new RoundOpened(id, plan.id(), plan.title(), period.toString(), dueOn, asked.reports()));
        listeners.publishEvent(new RoundAsks(id, plan.id(), period, dueOn));
        audit.record(
                "round-opened",
                "round",
                id,
                Map.of("plan", plan.id(), "period", period.toString(), "reports", asked.reports()));
    }

    private void request(UUID round, PlanPace plan, Period period, RoundDays days, Asks asks) {
        Map<UUID, List<Requested>> ofUnits = new LinkedHashMap<>();
        var requested = rounds.request(round, plan.id(), period, days, asks);
        if (days.dueOn().isBefore(LocalDate.now(clock))) {
            ledger.owedOtherwise(requested.stream().map(Requested::taskId).toList());
        }
        requested.forEach(report -> ofUnits.computeIfAbsent(report.unitId(), unit -> new ArrayList<>())
                .add(report));
        ofUnits.forEach((unit, reports) -> {
            for (int from = 0; from < reports.size(); from += ReportsRequested.AT_MOST) {
                var told = reports.subList(from, Math.min(reports.size(), from + ReportsRequested.AT_MOST));
                tell(new ReportsRequested(
                        round,
                        plan.title(),
                        unit,
                        told.getFirst().countyId(),
                        period.toString(),
                        days.dueOn(),
                        told.stream()
                                .map(one -> new RequestedReport(one.id(), one.taskId(), one.taskTitle()))
                                .toList()));
            }
        });
    }

    private void closeOnce(UUID id) {
        var round = rounds.locked(id).orElseThrow(RoundRefused::notFound);
        if (!round.open()) {
            return;
        }
        rounds.close(id, OffsetDateTime.now(clock));
        var missed = rounds.lapse(round, LocalDate.now(clock));
        freezing.freeze(round, LocalDate.now(clock));
        tellWaived(missed, true);
        ledger.owedOtherwise(missed.stream().map(Waived::taskId).toList());
        tellClosed(round);
        listeners.publishEvent(new RoundWasClosed(id));
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
