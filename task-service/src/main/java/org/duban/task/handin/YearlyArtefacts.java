package org.duban.task.handin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.time.DayTurn;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.handin.HandIn.Yearly;
import org.duban.task.handin.HandIns.OwesYearly;
import org.duban.task.ledger.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The five yearly artefacts (behaviours.md B6): which tasks owe them and by which days is the plan's data; the turn of the year
 * asks for them.
 */
@Service
@Transactional
public class YearlyArtefacts implements DayTurn {

    private static final String SYSTEM = "系统";

    private final HandIns handIns;
    private final HandInDesk desk;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final Clock clock;

    YearlyArtefacts(HandIns handIns, HandInDesk desk, WorkingDays workingDays, AuditTrail audit, Clock clock) {
        this.handIns = handIns;
        this.desk = desk;
        this.workingDays = workingDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param days each artefact's day, as {@code --09-30} */
    public record Rules(Map<Artefact, MonthDay> days, List<UUID> tasks) {}

    /** @throws HandInRefused where the plan is not the caller's */
    @Transactional(readOnly = true)
    public Rules of(UUID plan, Caller by) {
        requireSupervised(plan, by);
        return new Rules(handIns.days(plan), handIns.owingYearly(plan));
    }

    /**
     * From now on these tasks owe them, and no others of the plan; what was asked for stays.
     *
     * @throws HandInRefused where the plan is not the caller's
     */
    public Rules set(UUID plan, Rules rules, Caller by) {
        requireSupervised(plan, by);
        var today = LocalDate.now(clock);
        handIns.keepDays(plan, rules.days());
        handIns.oweYearly(plan, rules.tasks(), today);
        audit.record("yearly-artefacts-set", "plan", plan, Map.of("days", words(rules.days()), "tasks", rules.tasks()));
        handIns.owingYearly(today.getYear()).stream()
                .filter(task -> task.plan().equals(plan))
                .forEach(task -> ask(task, today.getYear()));
        return of(plan, by);
    }

    private static Map<String, String> words(Map<Artefact, MonthDay> days) {
        Map<String, String> words = new LinkedHashMap<>();
        days.forEach((artefact, day) -> words.put(artefact.name(), day.toString()));
        return words;
    }

    private void requireSupervised(UUID plan, Caller by) {
        handIns.plan(plan)
                .filter(found -> Sights.supervises(by, found.county()))
                .orElseThrow(HandInRefused::noSuchPlan);
    }

    /** Asks for what the year brings; nothing whose day had passed before the task began to owe it (behaviours.md E2). */
    @Override
    public void turned(LocalDate today) {
        handIns.owingYearly(today.getYear()).forEach(task -> ask(task, today.getYear()));
    }

    private void ask(OwesYearly task, int year) {
        var plan = handIns.plan(task.plan()).orElseThrow();
        handIns.days(task.plan()).forEach((artefact, day) -> {
            var dueOn = plan.onDayOff().move(day.atYear(year), LocalDate.of(year, 1, 1), workingDays);
            if (!dueOn.isBefore(task.since())) {
                var asked = new HandIn(
                        Ids.next(),
                        task.plan(),
                        plan.title(),
                        plan.county(),
                        "%d年%s：%s".formatted(year, artefact.words(), task.taskTitle()),
                        null,
                        dueOn,
                        new Yearly(task.task(), artefact, year));
                desk.open(asked, handIns.leads(task.task()), SYSTEM);
            }
        });
    }
}
