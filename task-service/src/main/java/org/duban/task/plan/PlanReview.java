package org.duban.task.plan;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.NewTask;
import org.duban.task.plan.ReadingView.County;
import org.duban.task.plan.ReadingView.SuggestedCounty;
import org.duban.task.plan.document.DocumentText;
import org.duban.task.plan.document.UnreadableDocument;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
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
    private final UnitAliases aliases;
    private final Units units;
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PlanReader reader;

    PlanReview(
            PlanReadings readings,
            UnitAliases aliases,
            Units units,
            Ledger ledger,
            LedgerEntries entries,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock,
            WorkingDays workingDays) {
        this.readings = readings;
        this.aliases = aliases;
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
        Reading reading = read(text);
        PlanReading created = new PlanReading(
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
            readings.add(created);
            audit.record(
                    "plan-read",
                    "plan-reading",
                    created.id(),
                    Map.of("fileName", name, "tasks", reading.tasks().size()));
            return view(created);
        });
    }

    private Reading read(String text) {
        try {
            return reader.read(text);
        } catch (StackOverflowError endlessSentence) {
            // Patterns descend with each repetition; no sentence that people write is long enough for that.
            throw PlanRefused.tangled();
        }
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
        return view(readings.find(id, caller.sight()).orElseThrow(PlanRefused::notFound));
    }

    @Transactional
    public ReadingView correct(UUID id, DocumentChange change, LongConsumer version, Caller by) {
        DocumentChange own = change.countyId() == null
                ? change
                : change.in(ownCounty(change.countyId().to(), by));
        return step(id, version, by, "更正文件信息", reading -> reading.corrected(own), Map.of());
    }

    @Transactional
    public ReadingView correct(UUID id, int ordinal, TaskChange change, LongConsumer version, Caller by) {
        return step(
                id,
                version,
                by,
                words(ordinal, change),
                reading -> reading.corrected(ordinal, change),
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
        UUID county = county(reading).id();
        if (units.nameableIn(county).stream().noneMatch(known -> known.id().equals(unit))) {
            throw PlanRefused.noSuchUnit();
        }
        aliases.learn(county, name, unit, OffsetDateTime.now(clock), by.name());
        audit.record("unit-name-matched", "unit", unit, Map.of("name", name, "reading", id));
        return view(reading);
    }

    /**
     * @param ordinals the tasks to adopt; null for all that are kept
     * @return the plan that the reading became
     * @throws PlanRefused while something about them needs a person, a unit is not matched, or where they were adopted before
     */
    @Transactional
    public UUID adopt(UUID id, @Nullable Set<Integer> ordinals, LongConsumer version, Caller by) {
        PlanReading reading = readings.locked(id, by.sight()).orElseThrow(PlanRefused::notFound);
        version.accept(reading.version());
        UUID county = county(reading).id();
        if (county != null && units.countyName(county).isEmpty()) {
            throw PlanRefused.noSuchCounty();
        }
        PlanReading.Adoption adoption = reading.adoption(names(reading, county), county, ordinals);
        List<NewTask> tasks = adoption.tasks();
        UUID plan = reading.planId();
        List<UUID> ids;
        if (plan == null) {
            plan = ledger.adopt(adoption.plan(), tasks).id();
            ids = entries.ofPlan(plan).stream().map(LedgerEntry::id).toList();
        } else {
            ledger.place(plan, reading.places(), ordinalsOf(tasks));
            ids = ledger.add(plan, tasks, "《%s》续纳入台账".formatted(reading.draft().title()));
        }
        Map<Integer, UUID> taken = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            taken.put(tasks.get(i).ordinal(), ids.get(i));
        }
        readings.save(reading.adoptedAs(plan, taken));
        readings.forgetSteps(id);
        return plan;
    }

    private static Set<Integer> ordinalsOf(List<NewTask> tasks) {
        return tasks.stream().map(NewTask::ordinal).collect(Collectors.toSet());
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
        return view(after);
    }

    private ReadingView view(PlanReading reading) {
        County county = county(reading);
        Aids aids = new Aids(
                readings.lastStepsWords(reading.id()).orElse(null),
                null,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
        return ReadingView.of(reading, names(reading, county.id()), county, aids);
    }

    private UnitNames names(PlanReading reading, @Nullable UUID county) {
        List<KnownUnit> nameable = units.nameableIn(county);
        return new UnitNames(reading.draft(), nameable, aliases.of(county));
    }

    // Asked anew each time: a county and its units may be registered while the review is under way.
    private County county(PlanReading reading) {
        Draft draft = reading.draft();
        Map<String, UUID> registered = units.counties();
        SuggestedCounty suggested = CountyGuess.of(draft.issuer(), draft.title())
                .map(name -> new SuggestedCounty(registered.get(name), name))
                .orElse(null);
        UUID id = reading.countyId() != null ? reading.countyId() : suggested == null ? null : suggested.id();
        String name = id == null ? null : units.countyName(id).orElse(null);
        return new County(id, name, suggested);
    }
}
