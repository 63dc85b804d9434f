package org.duban.task.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.plan.ReadingView.County;
import org.duban.task.plan.ReadingView.SuggestedCounty;
import org.duban.task.plan.draft.Change;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.unit.DutySuggestions;
import org.duban.task.plan.unit.LikelyUnit;
import org.duban.task.plan.unit.LikelyUnits;
import org.duban.task.plan.unit.SuggestedUnit;
import org.duban.task.plan.unit.UnitAliases;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.unit.WildcardMemory;
import org.duban.task.plan.version.CarryOver;
import org.duban.task.plan.version.Comparison;
import org.duban.task.plan.version.EarlierPlan;
import org.duban.task.plan.version.EarlierPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the directory, the ledger and earlier reviews say about a reading. Asked anew each time: units may be registered and plans
 * adopted while the review is under way.
 */
@Component
class Surroundings {
    private final PlanReadings readings;
    private final UnitAliases aliases;
    private final WildcardMemory phrases;
    private final DutySuggestions duties;
    private final EarlierPlans plans;
    private final Units units;
    private final LedgerEntries entries;

    Surroundings(
            PlanReadings readings,
            UnitAliases aliases,
            WildcardMemory phrases,
            DutySuggestions duties,
            EarlierPlans plans,
            Units units,
            LedgerEntries entries) {
        this.readings = readings;
        this.aliases = aliases;
        this.phrases = phrases;
        this.duties = duties;
        this.plans = plans;
        this.units = units;
        this.entries = entries;
    }

    County county(PlanReading reading) {
        Draft draft = reading.draft();
        Map<String, UUID> registered = units.counties();
        SuggestedCounty suggested = CountyGuess.of(draft.issuer(), draft.title())
                .map(name -> new SuggestedCounty(registered.get(name), name))
                .orElse(null);
        UUID id = reading.countyId() != null ? reading.countyId() : suggested == null ? null : suggested.id();
        String name = id == null ? null : units.countyName(id).orElse(null);
        return new County(id, name, suggested);
    }

    UnitNames names(PlanReading reading, @Nullable UUID county) {
        return new UnitNames(reading.draft().units(), units.nameableIn(county), aliases.of(county));
    }

    /** @return the plan of which the reading is a newer version, as a person said or else as it seems */
    Optional<EarlierPlan> earlier(PlanReading reading, @Nullable UUID county) {
        Change<UUID> decided = reading.previous();
        if (decided == null) {
            return reading.planId() != null ? Optional.empty() : plans.sameDocument(reading.draft(), county);
        }
        UUID plan = decided.to();
        return plan == null ? Optional.empty() : plans.named(plan, reading.draft(), county);
    }

    Comparison comparison(PlanReading reading, UnitNames names, EarlierPlan plan) {
        List<LedgerEntry> ledger = entries.ofPlan(plan.planId());
        return Comparison.of(reading.draft(), ledger, names::find, refs(ledger));
    }

    private Map<UUID, UnitRef> refs(List<LedgerEntry> ledger) {
        return units.refs(ledger.stream()
                .flatMap(entry ->
                        Stream.concat(entry.content().leads().stream(), entry.content().cooperators().stream()))
                .collect(Collectors.toSet()));
    }

    /** @return the reading with what people made of the document's earlier version, where there is one */
    PlanReading carriedOver(PlanReading reading) {
        return earlier(reading, county(reading).id())
                .flatMap(plan -> readings.latestOf(plan.planId()))
                .filter(earlier -> !earlier.id().equals(reading.id()))
                .map(earlier -> reading.carrying(CarryOver.into(reading.asVersion(), earlier.asVersion())))
                .orElse(reading);
    }

    ReadingView view(PlanReading reading) {
        County county = county(reading);
        List<KnownUnit> nameable = units.nameableIn(county.id());
        Map<String, UUID> learned = aliases.of(county.id());
        UnitNames names = new UnitNames(reading.draft().units(), nameable, learned);
        EarlierPlan earlier = earlier(reading, county.id()).orElse(null);
        Comparison comparison = earlier == null ? Comparison.NONE : comparison(reading, names, earlier);
        boolean open = reading.state() == PlanReading.State.OPEN;
        Map<Integer, List<SuggestedUnit>> suggested =
                open ? suggested(reading, county.id(), nameable, learned) : Map.of();
        return ReadingView.of(
                reading,
                names,
                county,
                new Aids(
                        open ? readings.lastStepsWords(reading.id()).orElse(null) : null,
                        earlier,
                        comparison.sameAs(),
                        comparison.gone(),
                        open ? new Resolutions(reading, nameable, phrases.of(county.id()), suggested).all() : Map.of(),
                        open ? likely(names, nameable, county.name()) : Map.of(),
                        suggested));
    }

    private static Map<String, List<LikelyUnit>> likely(
            UnitNames names, List<KnownUnit> nameable, @Nullable String county) {
        LikelyUnits likely = new LikelyUnits(nameable, county);
        Map<String, List<LikelyUnit>> found = new HashMap<>();
        names.all().stream()
                .filter(name -> name.state() == UnitNames.Match.UNKNOWN)
                .forEach(name -> found.put(name.name(), likely.of(name.name(), name.candidates())));
        return found;
    }

    /** @return by ordinal, for the tasks that name nobody; those without any suggestion are absent */
    private Map<Integer, List<SuggestedUnit>> suggested(
            PlanReading reading, @Nullable UUID county, List<KnownUnit> nameable, Map<String, UUID> learned) {
        List<DraftTask> nobodys = reading.draft().waiting().stream()
                .filter(task -> task.leads().isEmpty() && task.wildcards().isEmpty())
                .toList();
        if (nobodys.isEmpty()) {
            return Map.of();
        }
        Function<String, List<SuggestedUnit>> suggest = duties.within(
                reading.draft().title(), reading.reading().duties(), county, UnitNames.matcher(nameable, learned));
        Map<Integer, List<SuggestedUnit>> found = new HashMap<>();
        for (DraftTask task : nobodys) {
            List<SuggestedUnit> units = suggest.apply(task.text());
            if (!units.isEmpty()) {
                found.put(task.ordinal(), units);
            }
        }
        return found;
    }
}
