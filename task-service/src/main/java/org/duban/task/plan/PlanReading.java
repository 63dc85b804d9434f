package org.duban.task.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.duban.kit.web.FieldError;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Phase;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way into the ledger.
 *
 * @param countyId the county that a person set; null where none was set
 * @param text the document's text, which every span of the reading refers to
 * @param previous the plan of which a person said that this is the newer version, or none; null where nobody has said
 * @param planId the plan in which at least one of its tasks is
 */
record PlanReading(
        UUID id,
        String fileName,
        State state,
        @Nullable UUID countyId,
        String text,
        Reading reading,
        Draft draft,
        @Nullable Change<UUID> previous,
        @Nullable UUID planId,
        OffsetDateTime createdAt,
        String createdBy,
        long version) {

    enum State {
        OPEN,
        ADOPTED,
        DISCARDED
    }

    PlanReading corrected(DocumentChange change) {
        if (planId != null && state == State.OPEN) {
            throw PlanRefused.partlyAdopted();
        }
        PlanReading changed = changed(draft -> draft.after(change));
        return new PlanReading(
                id,
                fileName,
                state,
                change.countyId() == null ? countyId : change.countyId().to(),
                text,
                reading,
                changed.draft,
                change.previousPlanId() == null ? previous : change.previousPlanId(),
                planId,
                createdAt,
                createdBy,
                changed.version);
    }

    PlanReading corrected(int ordinal, TaskChange change) {
        return reshaped(List.of(ordinal), draft -> draft.after(ordinal, change));
    }

    PlanReading decided(UUID finding, FindingState decision) {
        try {
            return changed(draft -> draft.after(finding, decision));
        } catch (NoSuchElementException unknown) {
            throw PlanRefused.noSuchFinding();
        }
    }

    /**
     * @param at where the second part begins in the document; null where it is given in the task's own text
     * @param textAt where the second part begins in the task's text
     */
    PlanReading split(int ordinal, @Nullable Integer at, @Nullable Integer textAt) {
        return reshaped(List.of(ordinal), draft -> {
            DraftTask task = draft.task(ordinal);
            int cut = textAt != null ? textAt : task.source() == null || at == null ? 0 : placed(task, at);
            return Reshaping.split(draft, text, ordinal, cut);
        });
    }

    private int placed(DraftTask task, int at) {
        Span source = task.source();
        return source == null ? 0 : new Placed(task.text(), text, source).before(at);
    }

    /** @param ordinals at least two */
    PlanReading merged(Collection<Integer> ordinals) {
        Set<Integer> distinct = new TreeSet<>(ordinals);
        if (distinct.size() < 2) {
            throw PlanRefused.nothingToMerge();
        }
        return reshaped(distinct, draft -> Reshaping.merge(draft, distinct));
    }

    PlanReading added(NewDraftTask task) {
        return reshaped(List.of(), draft -> {
            int after = task.after() == null ? draft.tasks().size() : task.after();
            return Reshaping.add(draft, after, task.in(text));
        });
    }

    /** Takes the draft back as it was before a step. */
    PlanReading undone(Draft before, @Nullable UUID county, @Nullable Change<UUID> previous) {
        requireOpen();
        return new PlanReading(
                id,
                fileName,
                state,
                county,
                text,
                reading,
                before,
                previous,
                planId,
                createdAt,
                createdBy,
                version + 1);
    }

    PlanReading discarded() {
        requireOpen();
        if (planId != null) {
            throw PlanRefused.partlyAdopted();
        }
        return with(State.DISCARDED, countyId, draft, null);
    }

    /**
     * @param tasks the ledger's task of each ordinal that entered it
     * @param newer whether the plan was there, and this is a newer version of its document
     */
    PlanReading adoptedAs(UUID plan, Map<Integer, UUID> tasks, boolean newer) {
        requireOpen();
        Draft adopted = draft.adopted(tasks);
        return new PlanReading(
                id,
                fileName,
                adopted.waiting().isEmpty() ? State.ADOPTED : State.OPEN,
                countyId,
                text,
                reading,
                adopted,
                new Change<>(newer ? plan : null),
                plan,
                createdAt,
                createdBy,
                version + 1);
    }

    PlanReading carrying(Draft draft) {
        return with(state, countyId, draft, planId, version);
    }

    /** @return what a task asks, as the ledger would keep it (behaviours.md B8) */
    Comparison.Asked asked(DraftTask task) {
        boolean standing = task.dueOn() == null && StandingTask.says(task.text());
        LocalDate end = draft.phases().stream()
                .map(Draft.DraftPhase::to)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Comparison.Asked(
                task.title(),
                task.text(),
                task.dueOn() != null ? task.dueOn() : standing ? null : end,
                standing,
                indicators(task),
                task.leads(),
                task.cooperators());
    }

    private static List<Indicator> indicators(DraftTask task) {
        return task.indicators().stream()
                .map(one -> new Indicator(one.text(), one.operator().symbol(), one.value(), one.upper(), one.measure()))
                .toList();
    }

    /** @return the ordinals of the tasks that are in the ledger */
    Map<UUID, Integer> places() {
        Map<UUID, Integer> places = new HashMap<>();
        for (DraftTask task : draft.tasks()) {
            if (task.taskId() != null) {
                places.put(task.taskId(), task.ordinal());
            }
        }
        return places;
    }

    /** What enters the ledger. */
    record Adoption(NewPlan plan, List<NewTask> tasks) {}

    /**
     * @param units who is meant by each name
     * @param ordinals the tasks to adopt; null for all that are kept
     * @throws PlanRefused while something about these tasks needs a person
     */
    Adoption adoption(UnitNames units, @Nullable UUID county, @Nullable Set<Integer> ordinals) {
        requireOpen();
        List<DraftTask> chosen = ordinals == null ? draft.waiting() : chosen(ordinals);
        requireNothingBlocking(chosen, ordinals == null);
        List<FieldError> unknown = units.unmatched().stream()
                .filter(name -> chosen.stream().flatMap(DraftTask::units).anyMatch(name.name()::equals))
                .map(name -> new FieldError("/units/" + name.name(), words(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw PlanRefused.unknownUnits(unknown);
        }
        return new Adoption(
                newPlan(county),
                chosen.stream().map(task -> newTask(task, units)).toList());
    }

    private List<DraftTask> chosen(Set<Integer> ordinals) {
        return ordinals.stream()
                .sorted()
                .map(ordinal -> {
                    DraftTask task = found(ordinal);
                    if (task.adopted()) {
                        throw PlanRefused.taskAdopted(ordinal);
                    }
                    if (!task.kept()) {
                        throw PlanRefused.leftOut(ordinal);
                    }
                    return task;
                })
                .toList();
    }

    private DraftTask found(int ordinal) {
        try {
            return draft.task(ordinal);
        } catch (NoSuchElementException unknown) {
            throw PlanRefused.noSuchTask(ordinal);
        }
    }

    private void requireNothingBlocking(List<DraftTask> chosen, boolean whole) {
        List<FieldError> open = new ArrayList<>();
        Stream.concat(whole ? draft.blockingAll().stream() : Stream.of(), draft.blocking(chosen).stream())
                .map(finding -> new FieldError(
                        "/findings/" + finding.id(),
                        finding.taskOrdinal() == null
                                ? finding.text()
                                : "第%d项任务：%s".formatted(finding.taskOrdinal(), finding.text())))
                .forEach(open::add);
        chosen.stream()
                .filter(task -> task.leads().isEmpty())
                .map(task -> new FieldError(
                        "/tasks/%d/leads".formatted(task.ordinal()), "第%d项任务还没有牵头单位".formatted(task.ordinal())))
                .forEach(open::add);
        if (!open.isEmpty()) {
            throw PlanRefused.openFindings(open);
        }
        if (chosen.isEmpty() && planId == null) {
            throw PlanRefused.nothingToAdopt();
        }
    }

    private static String words(UnitNames.NamedUnit unit) {
        return switch (unit.state()) {
            case UNKNOWN -> "“%s”尚未登记，请登记或对应到已有单位".formatted(unit.name());
            case AMBIGUOUS -> "“%s”可能是几个单位中的一个，请选定".formatted(unit.name());
            case MATCHED -> unit.name();
        };
    }

    private NewPlan newPlan(@Nullable UUID county) {
        return new NewPlan(
                draft.title().isBlank() ? fileName : draft.title(),
                draft.documentNumber(),
                draft.issuer(),
                draft.issuedOn(),
                reading.kind().name(),
                Plan.Source.DOCUMENT,
                null,
                county,
                draft.reportDay(),
                draft.phases().stream()
                        .map(phase -> new Phase(phase.name(), phase.from(), phase.to()))
                        .toList());
    }

    private static NewTask newTask(DraftTask task, UnitNames units) {
        return new NewTask(
                task.ordinal(),
                task.title(),
                task.text(),
                task.dueOn(),
                task.dueOn() == null && StandingTask.says(task.text()),
                indicators(task),
                task.leads().stream().map(units::unit).distinct().toList(),
                task.cooperators().stream().map(units::unit).distinct().toList(),
                null);
    }

    private PlanReading reshaped(Collection<Integer> ordinals, UnaryOperator<Draft> change) {
        ordinals.stream()
                .map(this::found)
                .filter(DraftTask::adopted)
                .findFirst()
                .ifPresent(task -> {
                    requireOpen();
                    throw PlanRefused.taskAdopted(task.ordinal());
                });
        return changed(change);
    }

    private PlanReading changed(UnaryOperator<Draft> change) {
        requireOpen();
        return with(state, countyId, change.apply(draft), planId);
    }

    private void requireOpen() {
        switch (state) {
            case OPEN -> {}
            case ADOPTED -> throw PlanRefused.alreadyAdopted();
            case DISCARDED -> throw PlanRefused.discarded();
        }
    }

    private PlanReading with(State state, @Nullable UUID countyId, Draft draft, @Nullable UUID planId) {
        return with(state, countyId, draft, planId, version + 1);
    }

    private PlanReading with(State state, @Nullable UUID countyId, Draft draft, @Nullable UUID planId, long version) {
        return new PlanReading(
                id, fileName, state, countyId, text, reading, draft, previous, planId, createdAt, createdBy, version);
    }
}
