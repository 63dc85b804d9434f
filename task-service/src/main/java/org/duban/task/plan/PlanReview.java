package org.duban.task.plan;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.duban.task.directory.Units;
import org.duban.task.plan.draft.DocumentChange;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.FindingState;
import org.duban.task.plan.draft.NewDraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.draft.TaskDecision;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * From a document to a draft that can be adopted (behaviours.md X1). {@code version} is handed the reading's version before
 * anything is changed and throws where the caller decided on another.
 */
@Service
public class PlanReview {
    private static final UUID LAST = new UUID(-1, -1);

    private final PlanReadings readings;
    private final Surroundings surroundings;
    private final Lessons lessons;
    private final Units units;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final PlanReader reader;

    PlanReview(
            PlanReadings readings,
            Surroundings surroundings,
            Lessons lessons,
            Units units,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock,
            WorkingDays workingDays) {
        this.readings = readings;
        this.surroundings = surroundings;
        this.lessons = lessons;
        this.units = units;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.reader = new PlanReader(workingDays::plus);
    }

    /** @throws PlanRefused for a file that is no document this can read */
    public ReadingView read(String fileName, byte[] content, @Nullable UUID county, Caller by) {
        Upload file = Upload.of(fileName, content);
        Reading reading = reader.read(file.text());
        PlanReading fresh = new PlanReading(
                Ids.next(),
                file.name(),
                PlanReading.State.OPEN,
                ownCounty(county, by),
                file.text(),
                reading,
                Draft.of(reading),
                null,
                null,
                OffsetDateTime.now(clock),
                by.name(),
                1);
        // Reading a long document takes a while, and holds no connection meanwhile.
        return transactions.execute(status -> {
            PlanReading created = surroundings.carriedOver(fresh);
            readings.add(created);
            audit.record(
                    "plan-read",
                    "plan-reading",
                    created.id(),
                    Map.of("fileName", file.name(), "tasks", reading.tasks().size()));
            return surroundings.view(created);
        });
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
                    return named ? surroundings.carriedOver(corrected) : corrected;
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
                        lessons.phrases(corrected.draft(), surroundings.names(corrected, county), county, by);
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
        lessons.name(name, unit, county, by);
        audit.record("unit-name-matched", "unit", unit, Map.of("name", name, "reading", id));
        return surroundings.view(reading);
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
