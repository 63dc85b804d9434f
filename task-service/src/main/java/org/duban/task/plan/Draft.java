package org.duban.task.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * What people make of a reading: it begins as the machine read it and is corrected until it can be adopted. What was read stays
 * beside it unchanged. Ordinals run from 1 without a gap.
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

    Draft with(List<DraftTask> tasks, List<DraftFinding> findings) {
        return new Draft(
                title, documentNumber, issuer, issuedOn, reportDay, phases, List.copyOf(tasks), List.copyOf(findings));
    }

    /** @throws NoSuchElementException where no task has the ordinal */
    DraftTask task(int ordinal) {
        return tasks.stream()
                .filter(task -> task.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("task " + ordinal));
    }

    /** @throws NoSuchElementException where no task has the ordinal */
    Draft after(int ordinal, TaskChange change) {
        DraftTask after = task(ordinal).after(change);
        List<DraftTask> changed = tasks.stream()
                .map(task -> task.ordinal() == ordinal ? after : task)
                .toList();
        return with(changed, settled(after, change));
    }

    private List<DraftFinding> settled(DraftTask task, TaskChange change) {
        List<DraftFinding> settled = new ArrayList<>(findings);
        if (change.wildcards() != null) {
            settled.replaceAll(whereAbout(
                    task,
                    FindingCode.WILDCARD_UNIT,
                    finding -> task.wildcards().stream().noneMatch(finding::isAboutPhrase)));
        }
        if (change.leads() != null) {
            settled.replaceAll(whereAbout(
                    task, FindingCode.NO_UNIT, finding -> !task.leads().isEmpty()));
        }
        return settled;
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
        return with(
                tasks,
                findings.stream()
                        .map(finding -> finding.id().equals(findingId) ? finding.in(state) : finding)
                        .toList());
    }

    /** @param adopted the ledger's task of each ordinal that entered it */
    Draft adopted(Map<Integer, UUID> adopted) {
        return with(
                tasks.stream()
                        .map(task -> {
                            UUID id = adopted.get(task.ordinal());
                            return id == null ? task : task.adoptedAs(id);
                        })
                        .toList(),
                findings);
    }

    List<DraftTask> kept() {
        return tasks.stream().filter(DraftTask::kept).toList();
    }

    /** @return those kept that are not in the ledger yet */
    List<DraftTask> waiting() {
        return tasks.stream().filter(DraftTask::waits).toList();
    }

    /** @return what a person must decide before these tasks can be adopted */
    List<DraftFinding> blocking(List<DraftTask> tasks) {
        return findings.stream()
                .filter(DraftFinding::blocks)
                .filter(finding -> tasks.stream().anyMatch(task -> finding.isAbout(task.ordinal())))
                .toList();
    }

    /** @return what a person must decide about the document as a whole */
    List<DraftFinding> blockingAll() {
        return findings.stream()
                .filter(DraftFinding::blocks)
                .filter(finding -> finding.taskOrdinal() == null)
                .toList();
    }
}
