package org.duban.task.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.duban.kit.id.Ids;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * What people make of a reading: it begins as the machine read it and is corrected until it can be adopted. What was read stays
 * beside it unchanged.
 */
record Draft(
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        int reportDay,
        List<DraftPhase> phases,
        List<DraftTask> tasks,
        List<DraftFinding> findings) {

    /** @param source null for a phase that a person added */
    record DraftPhase(
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Span source,
            double confidence) {}

    record DraftTask(
            int ordinal,
            String title,
            String text,
            List<String> leads,
            List<String> cooperators,
            List<String> wildcards,
            @Nullable LocalDate dueOn,
            List<Reading.Indicator> indicators,
            TaskDecision decision,
            boolean corrected) {

        static DraftTask of(Reading.Task task) {
            return new DraftTask(
                    task.ordinal(),
                    task.title(),
                    task.text(),
                    task.leads(),
                    task.cooperators(),
                    task.wildcards(),
                    task.dueOn(),
                    task.indicators(),
                    TaskDecision.KEEP,
                    false);
        }

        boolean kept() {
            return decision == TaskDecision.KEEP;
        }

        DraftTask after(TaskChange change) {
            return new DraftTask(
                    ordinal,
                    change.title() == null ? title : change.title(),
                    change.text() == null ? text : change.text(),
                    change.leads() == null ? leads : change.leads(),
                    change.cooperators() == null ? cooperators : change.cooperators(),
                    change.wildcards() == null ? wildcards : change.wildcards(),
                    change.dueOn() == null ? dueOn : change.dueOn().to(),
                    change.indicators() == null ? indicators : change.indicators(),
                    change.decision() == null ? decision : change.decision(),
                    corrected || change.corrects());
        }
    }

    record DraftFinding(
            UUID id,
            FindingCode code,
            String text,
            Span source,
            double confidence,
            @Nullable Integer taskOrdinal,
            boolean needsPerson,
            FindingState state) {

        static DraftFinding of(Reading.Finding finding) {
            return new DraftFinding(
                    Ids.next(),
                    finding.code(),
                    finding.text(),
                    finding.source(),
                    finding.confidence(),
                    finding.taskOrdinal(),
                    finding.needsPerson(),
                    FindingState.OPEN);
        }

        DraftFinding in(FindingState state) {
            return new DraftFinding(id, code, text, source, confidence, taskOrdinal, needsPerson, state);
        }

        boolean isAbout(int task, FindingCode code) {
            return this.code == code && taskOrdinal != null && taskOrdinal == task;
        }
    }

    static Draft of(Reading reading) {
        return new Draft(
                reading.title(),
                reading.documentNumber(),
                reading.issuer(),
                reading.issuedOn(),
                Plan.DEFAULT_REPORT_DAY,
                reading.phases().stream()
                        .map(phase -> new DraftPhase(
                                phase.name(), phase.from(), phase.to(), phase.source(), phase.confidence()))
                        .toList(),
                reading.tasks().stream().map(DraftTask::of).toList(),
                reading.findings().stream().map(DraftFinding::of).toList());
    }

    Draft after(DocumentChange change) {
        return new Draft(
                change.title() == null ? title : change.title(),
                change.documentNumber() == null
                        ? documentNumber
                        : change.documentNumber().to(),
                change.issuer() == null ? issuer : change.issuer().to(),
                change.issuedOn() == null ? issuedOn : change.issuedOn().to(),
                change.reportDay() == null ? reportDay : change.reportDay(),
                change.phases() == null
                        ? phases
                        : change.phases().stream().map(this::located).toList(),
                tasks,
                findings);
    }

    // A corrected phase still shows the words it came from.
    private DraftPhase located(DocumentChange.NewPhase phase) {
        return phases.stream()
                .filter(known -> known.name().equals(phase.name()))
                .findFirst()
                .map(known -> new DraftPhase(phase.name(), phase.from(), phase.to(), known.source(), 1))
                .orElseGet(() -> new DraftPhase(phase.name(), phase.from(), phase.to(), null, 1));
    }

    /** @throws NoSuchElementException where no task has the ordinal */
    Draft after(int ordinal, TaskChange change) {
        if (tasks.stream().noneMatch(task -> task.ordinal() == ordinal)) {
            throw new NoSuchElementException("task " + ordinal);
        }
        List<DraftTask> changed = tasks.stream()
                .map(task -> task.ordinal() == ordinal ? task.after(change) : task)
                .toList();
        DraftTask after = changed.stream()
                .filter(task -> task.ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
        return new Draft(title, documentNumber, issuer, issuedOn, reportDay, phases, changed, settled(after, change));
    }

    private List<DraftFinding> settled(DraftTask task, TaskChange change) {
        List<DraftFinding> settled = new ArrayList<>(findings);
        if (change.wildcards() != null) {
            settled.replaceAll(whereAbout(
                    task,
                    FindingCode.WILDCARD_UNIT,
                    finding -> task.wildcards().stream()
                            .noneMatch(wildcard ->
                                    finding.text().contains(wildcard) || wildcard.contains(finding.text()))));
        }
        if (change.leads() != null) {
            settled.replaceAll(whereAbout(
                    task, FindingCode.NO_UNIT, finding -> !task.leads().isEmpty()));
        }
        return List.copyOf(settled);
    }

    // Putting the doubt back opens it again; what a person dismissed stays dismissed.
    private static UnaryOperator<DraftFinding> whereAbout(
            DraftTask task, FindingCode code, Predicate<DraftFinding> isSettled) {
        return finding -> !finding.isAbout(task.ordinal(), code) || finding.state() == FindingState.DISMISSED
                ? finding
                : finding.in(isSettled.test(finding) ? FindingState.RESOLVED : FindingState.OPEN);
    }

    /** @throws NoSuchElementException where there is no such finding */
    Draft after(UUID findingId, FindingState state) {
        if (findings.stream().noneMatch(finding -> finding.id().equals(findingId))) {
            throw new NoSuchElementException("finding " + findingId);
        }
        return new Draft(
                title,
                documentNumber,
                issuer,
                issuedOn,
                reportDay,
                phases,
                tasks,
                findings.stream()
                        .map(finding -> finding.id().equals(findingId) ? finding.in(state) : finding)
                        .toList());
    }

    List<DraftTask> kept() {
        return tasks.stream().filter(DraftTask::kept).toList();
    }

    /** @return what a person must decide before the draft can be adopted; a task left out needs no decision */
    List<DraftFinding> blocking() {
        return findings.stream()
                .filter(finding -> finding.needsPerson() && finding.state() == FindingState.OPEN)
                .filter(finding -> finding.taskOrdinal() == null
                        || kept().stream().anyMatch(task -> task.ordinal() == finding.taskOrdinal()))
                .toList();
    }
}
