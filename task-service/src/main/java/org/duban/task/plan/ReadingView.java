package org.duban.task.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftFinding;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.reading.DocumentKind;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.duban.task.plan.unit.LikelyUnit;
import org.duban.task.plan.unit.SuggestedUnit;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.version.EarlierPlan;
import org.duban.task.plan.version.Gone;
import org.duban.task.plan.version.SameAs;
import org.jspecify.annotations.Nullable;

/**
 * A reading as the review shows it: the document's own fields as corrected, each with where it was found.
 *
 * @param state OPEN, ADOPTED or DISCARDED
 * @param countyId the county whose plan it is: the one that was set, else the registered one of the suggested name
 * @param source the document's file name
 * @param sources where the document's own fields were found
 * @param units who is meant by the names of the tasks that are kept
 * @param suggestedCounty by the issuer or the title; its id is null while no unit of it is registered
 * @param undoable the last step in words, which {@code POST …/undo} takes back; null where there is none
 * @param previous the plan of which this is the newer version
 * @param gone tasks of that plan which this version names no more
 */
public record ReadingView(
        UUID id,
        String fileName,
        String state,
        long version,
        OffsetDateTime createdAt,
        String createdBy,
        @Nullable UUID countyId,
        @Nullable String countyName,
        @Nullable UUID planId,
        int reportDay,
        String text,
        String source,
        DocumentKind kind,
        String title,
        @Nullable String documentNumber,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        List<String> members,
        List<Reading.Duty> duties,
        List<TaskView> tasks,
        List<Reading.Indicator> goalIndicators,
        List<PhaseView> phases,
        List<Reading.Deadline> deadlines,
        List<Reading.Cadence> cadences,
        List<FindingView> findings,
        Reading.Provenance provenance,
        Map<String, SourceView> sources,
        List<UnitView> units,
        @Nullable SuggestedCounty suggestedCounty,
        @Nullable String undoable,
        @Nullable EarlierPlan previous,
        List<Gone> gone) {

    private static final int STARTS_WITH = 12;

    /**
     * @param source null for a task that a person added without pointing at the document
     * @param decision KEEP or SKIP
     * @param corrected whether a person has changed what was read
     * @param carried the fields in which a correction of an earlier version was taken over
     * @param taskId the ledger's task that it became; null while it is not adopted
     * @param ready whether it can be adopted by itself now
     * @param sameAs how it stands to the plan of which this is a newer version; null where it is of none, or adopted
     * @param suggestedUnits for a task without a lead unit, the best first
     */
    public record TaskView(
            int ordinal,
            String startsWith,
            String title,
            String text,
            List<String> leads,
            List<String> cooperators,
            List<String> wildcards,
            @Nullable LocalDate dueOn,
            List<Reading.Indicator> indicators,
            Map<String, Span> spans,
            @Nullable Span source,
            double confidence,
            String decision,
            boolean corrected,
            List<String> carried,
            @Nullable UUID taskId,
            boolean ready,
            @Nullable SameAs sameAs,
            List<SuggestedUnit> suggestedUnits) {}

    public record PhaseView(
            String name,
            LocalDate from,
            LocalDate to,
            @Nullable Span source,
            double confidence) {}

    /**
     * @param state OPEN, RESOLVED or DISMISSED
     * @param suggestions what may settle it, the likeliest first
     */
    public record FindingView(
            UUID id,
            FindingCode code,
            String text,
            Span source,
            double confidence,
            @Nullable Integer taskOrdinal,
            boolean needsPerson,
            String state,
            List<Resolution> suggestions) {}

    /**
     * @param state MATCHED, UNKNOWN or AMBIGUOUS
     * @param suggestions for a name that is nobody's to the letter: those it may mean, with the reason
     */
    public record UnitView(
            String name,
            String state,
            @Nullable UnitRef unit,
            List<UnitRef> candidates,
            int occurrences,
            List<LikelyUnit> suggestions) {}

    public record SuggestedCounty(@Nullable UUID id, String name) {}

    /** Where a field of the document was found, flat and as the pair that list elements carry, and how sure that is. */
    public record SourceView(int start, int end, Span source, double confidence) {
        static SourceView of(Span span) {
            return new SourceView(span.start(), span.end(), span, 1);
        }
    }

    static ReadingView of(PlanReading plan, UnitNames names, County county, Aids aids) {
        Reading reading = plan.reading();
        Draft draft = plan.draft();
        Set<String> unmatched =
                names.unmatched().stream().map(UnitNames.NamedUnit::name).collect(Collectors.toSet());
        return new ReadingView(
                plan.id(),
                plan.fileName(),
                plan.state().name(),
                plan.version(),
                BusinessTime.at(plan.createdAt()),
                plan.createdBy(),
                county.id(),
                county.name(),
                plan.planId(),
                draft.reportDay(),
                plan.text(),
                plan.fileName(),
                reading.kind(),
                draft.title(),
                draft.documentNumber(),
                draft.issuer(),
                draft.issuedOn(),
                reading.members(),
                reading.duties(),
                draft.tasks().stream()
                        .map(task -> task(task, isReady(task, draft, unmatched), aids))
                        .toList(),
                reading.goalIndicators(),
                draft.phases().stream()
                        .map(phase -> new PhaseView(
                                phase.name(), phase.from(), phase.to(), phase.source(), phase.confidence()))
                        .toList(),
                reading.deadlines(),
                reading.cadences(),
                draft.findings().stream()
                        .map(finding -> finding(finding, aids.resolutions().getOrDefault(finding.id(), List.of())))
                        .toList(),
                reading.provenance(),
                sources(reading),
                names.all().stream()
                        .map(unit -> new UnitView(
                                unit.name(),
                                unit.state().name(),
                                unit.unit(),
                                unit.candidates(),
                                unit.occurrences(),
                                aids.likely().getOrDefault(unit.name(), List.of())))
                        .toList(),
                county.suggested(),
                aids.undoable(),
                aids.previous(),
                aids.gone());
    }

    /** The county a reading belongs to, and the one that its words suggest. */
    record County(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable SuggestedCounty suggested) {}

    private static boolean isReady(DraftTask task, Draft draft, Set<String> unmatched) {
        return task.waits()
                && !task.leads().isEmpty()
                && task.units().noneMatch(unmatched::contains)
                && draft.blocking(List.of(task)).isEmpty();
    }

    private static TaskView task(DraftTask task, boolean ready, Aids aids) {
        return new TaskView(
                task.ordinal(),
                startsWith(task.text()),
                task.title(),
                task.text(),
                task.leads(),
                task.cooperators(),
                task.wildcards(),
                task.dueOn(),
                task.indicators(),
                task.spans(),
                task.source(),
                task.corrected() ? 1 : task.confidence(),
                task.decision().name(),
                task.corrected(),
                task.carried(),
                task.taskId(),
                ready,
                aids.sameAs().get(task.ordinal()),
                aids.suggested().getOrDefault(task.ordinal(), List.of()));
    }

    private static String startsWith(String text) {
        return text.codePointCount(0, text.length()) <= STARTS_WITH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, STARTS_WITH));
    }

    private static FindingView finding(DraftFinding finding, List<Resolution> suggestions) {
        return new FindingView(
                finding.id(),
                finding.code(),
                finding.text(),
                finding.source(),
                finding.confidence(),
                finding.taskOrdinal(),
                finding.needsPerson(),
                finding.state().name(),
                suggestions);
    }

    // The document's own fields stand in fixed places of a letter; the reader knows no degrees of doubt there.
    private static Map<String, SourceView> sources(Reading reading) {
        return reading.sources().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> SourceView.of(entry.getValue())));
    }
}
