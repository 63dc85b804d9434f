package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Plan;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * What people make of a reading: it begins as the machine read it and is corrected until it can be adopted. What was read stays
 * beside it unchanged. Ordinals run from 1 without a gap.
 */
public record Draft(
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        int reportDay,
        List<DraftPhase> phases,
        List<DraftTask> tasks,
        List<DraftFinding> findings) {

    /** @param source null for a phase that a person added */
    public record DraftPhase(
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Span source,
            double confidence) {}

    /** The reading as the machine made it. */
    public static Draft of(Reading reading) {
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

    public Draft after(DocumentChange change) {
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

    /** @throws DraftRefused where no task has the ordinal */
    public DraftTask task(int ordinal) {
        return tasks.stream()
                .filter(task -> task.ordinal() == ordinal)
                .findFirst()
                .orElseThrow(() -> DraftRefused.noSuchTask(ordinal));
    }

    /** @throws DraftRefused where no task has the ordinal */
    public Draft after(int ordinal, TaskChange change) {
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

    /** @throws DraftRefused where there is no such finding */
    public Draft after(UUID findingId, FindingState state) {
        if (findings.stream().noneMatch(finding -> finding.id().equals(findingId))) {
            throw DraftRefused.noSuchFinding();
        }
        return with(
                tasks,
                findings.stream()
                        .map(finding -> finding.id().equals(findingId) ? finding.in(state) : finding)
                        .toList());
    }

    /** @see Reshaping#split */
    public Draft split(String document, int ordinal, int textAt) {
        return Reshaping.split(this, document, ordinal, textAt);
    }

    /** Cuts a task in two before what stands at this offset of the document. */
    public Draft splitAt(String document, int ordinal, int documentAt) {
        DraftTask task = task(ordinal);
        Span source = task.source();
        int textAt = source == null ? 0 : new Placed(task.text(), document, source).before(documentAt);
        return split(document, ordinal, textAt);
    }

    /** @see Reshaping#merge */
    public Draft merged(Collection<Integer> ordinals) {
        return Reshaping.merge(this, ordinals);
    }

    public Draft added(NewDraftTask task, String document) {
        return added(task.after() == null ? tasks.size() : task.after(), task.in(document));
    }

    /** @param after the ordinal of the task that it follows; 0 puts it first */
    public Draft added(int after, DraftTask task) {
        return Reshaping.add(this, after, task);
    }

    /** @param fields in which the task took over what an earlier version's review says */
    public Draft carrying(int ordinal, List<String> fields) {
        return with(
                tasks.stream()
                        .map(task -> task.ordinal() == ordinal ? task.carrying(fields) : task)
                        .toList(),
                findings);
    }

    /** @return what a task asks, as the ledger would keep it (behaviours.md B8) */
    public Asked asked(DraftTask task) {
        boolean standing = task.dueOn() == null && StandingTask.says(task.text());
        LocalDate end = phases.stream()
                .map(DraftPhase::to)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Asked(
                task.title(),
                task.text(),
                task.dueOn() != null ? task.dueOn() : standing ? null : end,
                standing,
                task.indicators().stream()
                        .map(one -> new Indicator(
                                one.text(), one.operator().symbol(), one.value(), one.upper(), one.measure()))
                        .toList(),
                task.leads(),
                task.cooperators());
    }

    /** @param adopted the ledger's task of each ordinal that entered it */
    public Draft adopted(Map<Integer, UUID> adopted) {
        return with(
                tasks.stream()
                        .map(task -> {
                            UUID id = adopted.get(task.ordinal());
                            return id == null ? task : task.adoptedAs(id);
                        })
                        .toList(),
                findings);
    }

    public List<DraftTask> kept() {
        return tasks.stream().filter(DraftTask::kept).toList();
    }

    /** @return the units' names as the tasks that are kept name them, each as often as there are such tasks */
    public List<String> units() {
        return kept().stream().flatMap(DraftTask::units).toList();
    }

    /** @return those kept that are not in the ledger yet */
    public List<DraftTask> waiting() {
        return tasks.stream().filter(DraftTask::waits).toList();
    }

    /** @return what a person must decide before these tasks can be adopted */
    public List<DraftFinding> blocking(List<DraftTask> tasks) {
        return findings.stream()
                .filter(DraftFinding::blocks)
                .filter(finding -> tasks.stream().anyMatch(task -> finding.isAbout(task.ordinal())))
                .toList();
    }

    /** @return what a person must decide about the document as a whole */
    public List<DraftFinding> blockingAll() {
        return findings.stream()
                .filter(DraftFinding::blocks)
                .filter(finding -> finding.taskOrdinal() == null)
                .toList();
    }
}
