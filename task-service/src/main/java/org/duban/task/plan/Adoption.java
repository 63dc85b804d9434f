package org.duban.task.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.web.FieldError;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Phase;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.draft.Asked;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.unit.UnitNames;
import org.jspecify.annotations.Nullable;

/** What of a reading enters the ledger. Whatever needs a person first is named, all of it at once. */
record Adoption(NewPlan plan, List<NewTask> tasks) {

    /** @see PlanReading#adoption */
    static Adoption of(PlanReading reading, UnitNames units, @Nullable UUID county, @Nullable Set<Integer> ordinals) {
        Draft draft = reading.draft();
        List<DraftTask> chosen = ordinals == null ? draft.waiting() : chosen(draft, ordinals);
        requireNothingOpen(draft, chosen, ordinals == null);
        if (chosen.isEmpty() && reading.planId() == null) {
            throw PlanRefused.nothingToAdopt();
        }
        requireKnownUnits(units, chosen);
        return new Adoption(
                newPlan(reading, county),
                chosen.stream().map(task -> newTask(draft, task, units)).toList());
    }

    private static List<DraftTask> chosen(Draft draft, Set<Integer> ordinals) {
        return ordinals.stream()
                .sorted()
                .map(ordinal -> {
                    DraftTask task = draft.task(ordinal);
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

    private static void requireNothingOpen(Draft draft, List<DraftTask> chosen, boolean whole) {
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
    }

    private static void requireKnownUnits(UnitNames units, List<DraftTask> chosen) {
        List<FieldError> unknown = units.unmatched().stream()
                .filter(name -> chosen.stream().flatMap(DraftTask::units).anyMatch(name.name()::equals))
                .map(name -> new FieldError("/units/" + name.name(), words(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw PlanRefused.unknownUnits(unknown);
        }
    }

    private static String words(UnitNames.NamedUnit unit) {
        return switch (unit.state()) {
            case UNKNOWN -> "“%s”尚未登记，请登记或对应到已有单位".formatted(unit.name());
            case AMBIGUOUS -> "“%s”可能是几个单位中的一个，请选定".formatted(unit.name());
            case MATCHED -> unit.name();
        };
    }

    private static NewPlan newPlan(PlanReading reading, @Nullable UUID county) {
        Draft draft = reading.draft();
        return new NewPlan(
                draft.title().isBlank() ? reading.fileName() : draft.title(),
                draft.documentNumber(),
                draft.issuer(),
                draft.issuedOn(),
                reading.reading().kind().name(),
                Plan.Source.DOCUMENT,
                null,
                county,
                draft.reportDay(),
                draft.phases().stream()
                        .map(phase -> new Phase(phase.name(), phase.from(), phase.to()))
                        .toList());
    }

    private static NewTask newTask(Draft draft, DraftTask task, UnitNames units) {
        Asked asked = draft.asked(task);
        return new NewTask(
                task.ordinal(),
                task.title(),
                task.text(),
                task.dueOn(),
                asked.standing(),
                asked.indicators(),
                task.leads().stream().map(units::unit).distinct().toList(),
                task.cooperators().stream().map(units::unit).distinct().toList(),
                null);
    }
}
