package org.duban.task.plan;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.duban.kit.web.FieldError;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Phase;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.Draft.DraftTask;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way into the ledger.
 *
 * @param countyId the county that a person set; null where none was set
 * @param text the document's text, which every span of the reading refers to
 */
record PlanReading(
        UUID id,
        String fileName,
        State state,
        @Nullable UUID countyId,
        String text,
        Reading reading,
        Draft draft,
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
        PlanReading changed = changed(draft -> draft.after(change));
        return change.countyId() == null
                ? changed
                : changed.with(changed.state, change.countyId().to(), changed.draft, null);
    }

    PlanReading corrected(int ordinal, TaskChange change) {
        try {
            return changed(draft -> draft.after(ordinal, change));
        } catch (NoSuchElementException unknown) {
            throw PlanRefused.noSuchTask(ordinal);
        }
    }

    PlanReading decided(UUID finding, FindingState decision) {
        try {
            return changed(draft -> draft.after(finding, decision));
        } catch (NoSuchElementException unknown) {
            throw PlanRefused.noSuchFinding();
        }
    }

    PlanReading discarded() {
        requireOpen();
        return with(State.DISCARDED, countyId, draft, null);
    }

    PlanReading adoptedAs(UUID plan) {
        requireOpen();
        return with(State.ADOPTED, countyId, draft, plan);
    }

    /** What enters the ledger. */
    record Adoption(NewPlan plan, List<NewTask> tasks) {}

    /**
     * @param units who is meant by each name
     * @throws PlanRefused while something needs a person
     */
    Adoption adoption(UnitNames units, @Nullable UUID county) {
        requireOpen();
        requireNothingBlocking();
        List<FieldError> unknown = units.unmatched().stream()
                .map(name -> new FieldError("/units/" + name.name(), words(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw PlanRefused.unknownUnits(unknown);
        }
        return new Adoption(
                newPlan(county),
                draft.kept().stream().map(task -> newTask(task, units)).toList());
    }

    private void requireNothingBlocking() {
        List<FieldError> open = new ArrayList<>(draft.blocking().stream()
                .map(finding -> new FieldError(
                        "/findings/" + finding.id(),
                        finding.taskOrdinal() == null
                                ? finding.text()
                                : "第%d项任务：%s".formatted(finding.taskOrdinal(), finding.text())))
                .toList());
        draft.kept().stream()
                .filter(task -> task.leads().isEmpty())
                .map(task -> new FieldError(
                        "/tasks/%d/leads".formatted(task.ordinal()), "第%d项任务还没有牵头单位".formatted(task.ordinal())))
                .forEach(open::add);
        if (!open.isEmpty()) {
            throw PlanRefused.openFindings(open);
        }
        if (draft.kept().isEmpty()) {
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
                task.indicators().stream()
                        .map(one -> new Indicator(
                                one.text(), one.operator().symbol(), one.value(), one.upper(), one.measure()))
                        .toList(),
                task.leads().stream().map(units::unit).distinct().toList(),
                task.cooperators().stream().map(units::unit).distinct().toList(),
                null);
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
        return new PlanReading(
                id, fileName, state, countyId, text, reading, draft, planId, createdAt, createdBy, version + 1);
    }
}
