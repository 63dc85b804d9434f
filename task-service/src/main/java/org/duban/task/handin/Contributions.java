package org.duban.task.handin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.handin.HandIn.Contribution;
import org.duban.task.handin.HandIns.Cooperating;
import org.duban.task.handin.HandIns.Member;
import org.duban.task.ledger.NothingIsOwed;
import org.duban.task.supervision.RoundAsks;
import org.duban.task.supervision.RoundWasClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks cooperating units, where the plan wants it, to tell the lead unit what they have done before it reports (behaviours.md B2).
 * Each round asks of itself; what was told stays, what was not is awaited no more once the round is closed.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Contributions {

    private static final String SYSTEM = "系统";

    private final HandIns handIns;
    private final HandInDesk desk;
    private final Units units;

    Contributions(HandIns handIns, HandInDesk desk, Units units) {
        this.handIns = handIns;
        this.desk = desk;
        this.units = units;
    }

    @EventListener
    public void on(RoundAsks round) {
        handIns.awaitedInVain(round.plan()).forEach(desk::withdraw);
        handIns.notYetAsked(round).stream()
                .collect(groupingBy(Cooperating::task, LinkedHashMap::new, toList()))
                .forEach((task, cooperating) -> ask(round, task, cooperating));
    }

    private void ask(RoundAsks round, UUID task, List<Cooperating> cooperating) {
        var members = cooperating.stream()
                .map(one -> new Member(one.unit(), one.county()))
                .toList();
        handIns.contribution(round.round(), task)
                .ifPresentOrElse(
                        there -> desk.askAlso(there, members),
                        () -> desk.open(
                                contribution(round, task, cooperating.getFirst().taskTitle()), members, SYSTEM));
    }

    private HandIn contribution(RoundAsks round, UUID task, String taskTitle) {
        var plan = handIns.plan(round.plan()).orElseThrow();
        return new HandIn(
                Ids.next(),
                plan.id(),
                plan.title(),
                plan.county(),
                "%s配合情况：%s".formatted(round.period().words(), taskTitle),
                "报牵头单位（%s）汇总，写明配合工作的进展、问题和建议。".formatted(leads(task)),
                round.dueOn(),
                new Contribution(task, round.round()));
    }

    private String leads(UUID task) {
        var leads = handIns.leads(task).stream().map(Member::unitId).toList();
        Map<UUID, UnitRef> names = units.refs(leads);
        return leads.stream()
                .map(unit -> names.getOrDefault(unit, UnitRef.unknown(unit)).shortName())
                .collect(joining("、"));
    }

    @EventListener
    public void on(RoundWasClosed closed) {
        handIns.awaitedIn(closed.round()).forEach(desk::withdraw);
    }

    @EventListener
    public void on(NothingIsOwed told) {
        handIns.awaitedOn(told.taskId()).forEach(desk::withdraw);
    }
}
