package org.duban.task.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.security.Caller;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.PlanStatesGoals;
import org.duban.task.ledger.TaskContent;
import org.duban.task.ledger.TaskKind;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.version.Comparison;
import org.duban.task.plan.version.EarlierPlan;
import org.duban.task.plan.version.SameAs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewed reading enters the ledger (behaviours.md X1): as a plan of its own, or as the newer version of one. */
@Service
public class PlanAdoption {
    private final PlanReadings readings;
    private final Surroundings surroundings;
    private final Lessons lessons;
    private final Units units;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final ApplicationEventPublisher listeners;

    PlanAdoption(
            PlanReadings readings,
            Surroundings surroundings,
            Lessons lessons,
            Units units,
            Ledger ledger,
            LedgerEntries entries,
            ApplicationEventPublisher listeners) {
        this.readings = readings;
        this.surroundings = surroundings;
        this.lessons = lessons;
        this.units = units;
        this.ledger = ledger;
        this.entries = entries;
        this.listeners = listeners;
    }

    /**
     * @param ordinals the tasks to adopt; null for all that are kept
     * @param version is handed the reading's version before anything is changed; throws where the caller decided on another
     * @return the plan that the reading became, or changed
     * @throws PlanRefused while something about them needs a person, a unit is not matched, or where they were adopted before
     */
    @Transactional
    public UUID adopt(UUID id, @Nullable Set<Integer> ordinals, LongConsumer version, Caller by) {
        PlanReading reading = readings.locked(id, by.sight()).orElseThrow(PlanRefused::notFound);
        version.accept(reading.version());
        UUID county = surroundings.county(reading).id();
        if (county != null && units.countyName(county).isEmpty()) {
            throw PlanRefused.noSuchCounty();
        }
        readings.oneAdoptionAtATime(county);
        UnitNames names = surroundings.names(reading, county);
        Adoption adoption = reading.adoption(names, county, ordinals);
        EarlierPlan earlier = surroundings.earlier(reading, county).orElse(null);
        UUID plan;
        Map<Integer, UUID> taken;
        if (reading.planId() == null && earlier == null) {
            plan = ledger.adopt(adoption.plan(), adoption.tasks()).id();
            taken = byOrdinal(
                    adoption.tasks(),
                    entries.ofPlan(plan).stream().map(LedgerEntry::id).toList());
        } else {
            plan = reading.planId() != null
                    ? reading.planId()
                    : Objects.requireNonNull(earlier).planId();
            taken = enter(plan, reading, adoption, earlier, names);
        }
        listeners.publishEvent(new PlanStatesGoals(plan, goals(reading)));
        lessons.phrases(reading.draft(), names, county, by);
        lessons.duties(reading, county, adoption.plan().title());
        readings.save(reading.adoptedAs(plan, taken, earlier != null));
        readings.forgetSteps(id);
        return plan;
    }

    private Map<Integer, UUID> enter(
            UUID plan, PlanReading reading, Adoption adoption, @Nullable EarlierPlan earlier, UnitNames names) {
        ledger.hold(List.of(plan));
        Comparison comparison = earlier == null ? Comparison.NONE : surroundings.comparison(reading, names, earlier);
        Map<UUID, Integer> places = new HashMap<>(reading.places());
        comparison.entries().forEach((ordinal, entry) -> places.put(entry.id(), ordinal));
        if (earlier != null) {
            ledger.renew(plan, adoption.plan());
        }
        ledger.place(plan, places, reading.draft().tasks().size());
        Map<Integer, UUID> taken = new HashMap<>();
        List<NewTask> added = new ArrayList<>();
        for (NewTask task : adoption.tasks()) {
            LedgerEntry entry = comparison.entries().get(task.ordinal());
            if (entry == null) {
                added.add(task);
            } else {
                taken.put(task.ordinal(), entry.id());
                if (isChanged(comparison, task.ordinal())) {
                    ledger.revise(
                            entry.id(),
                            revised(entry, reading, task),
                            "按《%s》新版本调整".formatted(adoption.plan().title()));
                }
            }
        }
        if (!added.isEmpty()) {
            String words = (earlier == null ? "《%s》其余任务纳入台账" : "《%s》新版本新增")
                    .formatted(adoption.plan().title());
            taken.putAll(byOrdinal(added, ledger.add(plan, added, words)));
        }
        return taken;
    }

    private static List<Indicator> goals(PlanReading reading) {
        return reading.reading().goalIndicators().stream()
                .map(goal -> new Indicator(
                        goal.text(), goal.operator().symbol(), goal.value(), goal.upper(), goal.measure()))
                .toList();
    }

    private static boolean isChanged(Comparison comparison, int ordinal) {
        SameAs sameAs = comparison.sameAs().get(ordinal);
        return sameAs != null && sameAs.change() == SameAs.Kind.CHANGED;
    }

    private static TaskContent revised(LedgerEntry entry, PlanReading reading, NewTask task) {
        return new TaskContent(
                        task.title(),
                        task.body(),
                        // A periodic task has the day of its cycle, which no document knows.
                        entry.content().kind() == TaskKind.PERIODIC
                                ? entry.content().dueOn()
                                : reading.draft()
                                        .asked(reading.draft().task(task.ordinal()))
                                        .dueOn(),
                        task.standing(),
                        task.indicators(),
                        task.leads(),
                        task.cooperators(),
                        entry.content().number(),
                        entry.content().remark())
                .as(entry.content());
    }

    private static Map<Integer, UUID> byOrdinal(List<NewTask> tasks, List<UUID> ids) {
        Map<Integer, UUID> byOrdinal = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byOrdinal.put(tasks.get(i).ordinal(), ids.get(i));
        }
        return byOrdinal;
    }
}
