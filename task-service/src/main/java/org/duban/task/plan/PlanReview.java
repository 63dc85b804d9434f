package org.duban.task.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.TaskContent;
import org.duban.task.plan.document.DocumentText;
import org.duban.task.plan.document.UnreadableDocument;
import org.duban.task.plan.draft.DocumentChange;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.draft.FindingState;
import org.duban.task.plan.draft.NewDraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.draft.TaskDecision;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.DutyCatalogue;
import org.duban.task.plan.unit.UnitAliases;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.unit.WildcardMemory;
import org.duban.task.plan.version.CarryOver;
import org.duban.task.plan.version.Comparison;
import org.duban.task.plan.version.EarlierPlan;
import org.duban.task.plan.version.SameAs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * From a document to the ledger (behaviours.md X1). {@code version} is handed the reading's version before anything is changed
 * and throws where the caller decided on another.
 */
@Service
public class PlanReview {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_NAME = 200;

    /** Some 500 pages; the longest plans have fifty. */
    private static final int LONGEST_TEXT = 500_000;

    private final PlanReadings readings;
    private final Surroundings surroundings;
    private final UnitAliases aliases;
    private final WildcardMemory phrases;
    private final DutyCatalogue duties;
    private final Units units;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PlanReader reader;

    PlanReview(
            PlanReadings readings,
            Surroundings surroundings,
            UnitAliases aliases,
            WildcardMemory phrases,
            DutyCatalogue duties,
            Units units,
            Ledger ledger,
            LedgerEntries entries,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock,
            WorkingDays workingDays) {
        this.readings = readings;
        this.surroundings = surroundings;
        this.aliases = aliases;
        this.phrases = phrases;
        this.duties = duties;
        this.units = units;
        this.ledger = ledger;
        this.entries = entries;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.reader = new PlanReader(workingDays::plus);
    }

    /** @throws PlanRefused for a file that is no document this can read */
    public ReadingView read(String fileName, byte[] content, @Nullable UUID county, Caller by) {
        String name = named(fileName);
        String text = text(name, content);
        Reading reading = reader.read(text);
        PlanReading fresh = new PlanReading(
                Ids.next(),
                name,
                PlanReading.State.OPEN,
                ownCounty(county, by),
                text,
                reading,
                Draft.of(reading),
                null,
                null,
                OffsetDateTime.now(clock),
                by.name(),
                1);
        // Reading a long document takes a while, and holds no connection meanwhile.
        return transactions.execute(status -> {
            PlanReading created = carriedOver(fresh);
            readings.add(created);
            audit.record(
                    "plan-read",
                    "plan-reading",
                    created.id(),
                    Map.of("fileName", name, "tasks", reading.tasks().size()));
            return surroundings.view(created);
        });
    }

    private PlanReading carriedOver(PlanReading reading) {
        return surroundings
                .earlier(reading, surroundings.county(reading).id())
                .flatMap(surroundings::reviewOf)
                .filter(earlier -> !earlier.id().equals(reading.id()))
                .map(earlier -> reading.carrying(CarryOver.into(reading.asVersion(), earlier.asVersion())))
                .orElse(reading);
    }

    private static String text(String name, byte[] content) {
        try {
            // PostgreSQL stores no NUL, and no document means one.
            String text = DocumentText.of(name, content).replace("\0", "");
            if (text.length() > LONGEST_TEXT) {
                throw new UnreadableDocument(UnreadableDocument.Reason.TOO_LARGE);
            }
            return text;
        } catch (UnreadableDocument unreadable) {
            throw PlanRefused.unreadable(unreadable);
        }
    }

    // Some browsers send a whole path.
    private static String named(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static @Nullable UUID ownCounty(@Nullable UUID asked, Caller by) {
        return switch (by.sight()) {
            case Sight.Everything everything -> asked;
            case Sight.OfCounty own when asked == null || asked.equals(own.county()) -> own.county();
            case Sight.OfCounty own -> throw PlanRefused.otherCounty();
            case Sight.OfUnit unit -> throw PlanRefused.otherCounty();
        };
    }

    @Transactional(readOnly = true)
    public Page<ReadingSummary> list(Caller caller, Limit limit, @Nullable String cursor) {
        UUID before = cursor == null ? LAST : Cursor.decode(cursor).uuid(0);
        return Page.of(
                readings.list(caller.sight(), before, limit.plusOne()), limit, reading -> Cursor.encode(reading.id()));
    }

    @Transactional(readOnly = true)
    public ReadingView reading(UUID id, Caller caller) {
        return surroundings.view(readings.find(id, caller.sight()).orElseThrow(PlanRefused::notFound));
    }

    @Transactional
    public ReadingView correct(UUID id, DocumentChange change, LongConsumer version, Caller by) {
        DocumentChange own = change.countyId() == null
                ? change
                : change.in(ownCounty(change.countyId().to(), by));
        return step(
                id,
                version,
                by,
                "更正文件信息",
                reading -> {
                    PlanReading corrected = reading.corrected(own);
                    boolean named =
                            own.previousPlanId() != null && own.previousPlanId().to() != null;
                    if (named
                            && surroundings
                                    .earlier(
                                            corrected,
                                            surroundings.county(corrected).id())
                                    .isEmpty()) {
                        throw PlanRefused.noSuchPlan();
                    }
                    return named ? carriedOver(corrected) : corrected;
                },
                Map.of());
    }

    @Transactional
    public ReadingView correct(UUID id, int ordinal, TaskChange change, LongConsumer version, Caller by) {
        return step(
                id,
                version,
                by,
                words(ordinal, change),
                reading -> {
                    PlanReading corrected = reading.corrected(ordinal, change);
                    if (change.wildcards() != null) {
                        UUID county = surroundings.county(corrected).id();
                        learn(corrected, surroundings.names(corrected, county), county, by);
                    }
                    return corrected;
                },
                Map.of("task", ordinal));
    }

    private static String words(int ordinal, TaskChange change) {
        TaskDecision decision = change.decision();
        if (decision == null || change.corrects()) {
            return "更正第%d项任务".formatted(ordinal);
        }
        return switch (decision) {
            case KEEP -> "纳入第%d项任务".formatted(ordinal);
            case SKIP -> "不纳入第%d项任务".formatted(ordinal);
        };
    }

    @Transactional
    public ReadingView decide(UUID id, UUID finding, FindingState decision, LongConsumer version, Caller by) {
        return step(
                id,
                version,
                by,
                "核定一处待核问题",
                reading -> reading.decided(finding, decision),
                Map.of("finding", finding, "state", decision));
    }

    @Transactional
    public ReadingView add(UUID id, NewDraftTask task, LongConsumer version, Caller by) {
        return step(id, version, by, "新增一项任务", reading -> reading.added(task), Map.of());
    }

    /** @see PlanReading#split */
    @Transactional
    public ReadingView split(
            UUID id, int ordinal, @Nullable Integer at, @Nullable Integer textAt, LongConsumer version, Caller by) {
        return step(
                id,
                version,
                by,
                "拆分第%d项任务".formatted(ordinal),
                reading -> reading.split(ordinal, at, textAt),
                Map.of("task", ordinal));
    }

    @Transactional
    public ReadingView merge(UUID id, List<Integer> ordinals, LongConsumer version, Caller by) {
        String named =
                ordinals.stream().sorted().distinct().map(String::valueOf).collect(Collectors.joining("、"));
        return step(
                id,
                version,
                by,
                "合并第%s项任务".formatted(named),
                reading -> reading.merged(ordinals),
                Map.of("tasks", ordinals));
    }

    /** Takes the last step of the review back. What was learnt of units' names stays learnt. */
    @Transactional
    public ReadingView undo(UUID id, LongConsumer version, Caller by) {
        return change(id, version, by, this::undone, "plan-reading-step-undone", Map.of());
    }

    private PlanReading undone(PlanReading reading) {
        PlanReadings.Step step = readings.lastStep(reading.id()).orElseThrow(PlanRefused::nothingToUndo);
        readings.forgetStep(reading.id(), step.version());
        return reading.undone(step.draft(), step.countyId(), step.previous());
    }

    @Transactional
    public void discard(UUID id, LongConsumer version, Caller by) {
        change(id, version, by, PlanReading::discarded, "plan-reading-discarded", Map.of());
    }

    /** From now on the name means that unit, in this reading and in later ones of the same county. */
    @Transactional
    public ReadingView match(UUID id, String name, UUID unit, Caller by) {
        PlanReading reading = readings.find(id, by.sight()).orElseThrow(PlanRefused::notFound);
        UUID county = surroundings.county(reading).id();
        if (units.nameableIn(county).stream().noneMatch(known -> known.id().equals(unit))) {
            throw PlanRefused.noSuchUnit();
        }
        aliases.learn(county, name, unit, OffsetDateTime.now(clock), by.name());
        audit.record("unit-name-matched", "unit", unit, Map.of("name", name, "reading", id));
        return surroundings.view(reading);
    }

    /**
     * @param ordinals the tasks to adopt; null for all that are kept
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
        PlanReading.Adoption adoption = reading.adoption(names, county, ordinals);
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
        learn(reading, names, county, by);
        duties.learn(id, county, reading.reading().duties(), adoption.plan().title(), LocalDate.now(clock));
        readings.save(reading.adoptedAs(plan, taken, earlier != null));
        readings.forgetSteps(id);
        return plan;
    }

    private Map<Integer, UUID> enter(
            UUID plan,
            PlanReading reading,
            PlanReading.Adoption adoption,
            @Nullable EarlierPlan earlier,
            UnitNames names) {
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

    private static boolean isChanged(Comparison comparison, int ordinal) {
        SameAs sameAs = comparison.sameAs().get(ordinal);
        return sameAs != null && sameAs.change() == SameAs.Kind.CHANGED;
    }

    private static TaskContent revised(LedgerEntry entry, PlanReading reading, NewTask task) {
        return new TaskContent(
                task.title(),
                task.body(),
                reading.draft().asked(reading.draft().task(task.ordinal())).dueOn(),
                task.standing(),
                task.indicators(),
                task.leads(),
                task.cooperators(),
                entry.content().number(),
                entry.content().remark());
    }

    private static Map<Integer, UUID> byOrdinal(List<NewTask> tasks, List<UUID> ids) {
        Map<Integer, UUID> byOrdinal = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byOrdinal.put(tasks.get(i).ordinal(), ids.get(i));
        }
        return byOrdinal;
    }

    /** From now on the phrases that were resolved are offered again. */
    private void learn(PlanReading reading, UnitNames names, @Nullable UUID county, Caller by) {
        for (DraftTask task : reading.draft().kept()) {
            for (DraftTask.Resolved resolved : task.resolved()) {
                if (Stream.concat(resolved.leads().stream(), resolved.cooperators().stream())
                        .allMatch(name -> names.find(name) != null)) {
                    phrases.learn(
                            county,
                            resolved.phrase(),
                            resolved.leads().stream().map(names::unit).toList(),
                            resolved.cooperators().stream().map(names::unit).toList(),
                            reading.draft().title(),
                            OffsetDateTime.now(clock),
                            by.name());
                }
            }
        }
    }

    // What is done to a draft, kept so that it can be taken back.
    private ReadingView step(
            UUID id,
            LongConsumer version,
            Caller by,
            String words,
            Function<PlanReading, PlanReading> change,
            Map<String, ?> details) {
        return change(
                id,
                version,
                by,
                before -> {
                    PlanReading after = change.apply(before);
                    readings.keepStep(before, words);
                    return after;
                },
                "plan-reading-corrected",
                details);
    }

    private ReadingView change(
            UUID id,
            LongConsumer version,
            Caller by,
            Function<PlanReading, PlanReading> change,
            String action,
            Map<String, ?> details) {
        PlanReading before = readings.locked(id, by.sight()).orElseThrow(PlanRefused::notFound);
        version.accept(before.version());
        PlanReading after = change.apply(before);
        readings.save(after);
        Map<String, Object> told = new HashMap<>(details);
        told.put("version", after.version());
        audit.record(action, "plan-reading", id, told);
        return surroundings.view(after);
    }
}
