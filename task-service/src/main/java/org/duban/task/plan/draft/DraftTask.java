package org.duban.task.plan.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * One task of a draft.
 *
 * @param readAs the tasks of the reading that it stems from: one as a rule, several where they were merged, none where a person
 *     added it
 * @param source null where a person wrote it without pointing at the document
 * @param spans where {@code title}, {@code leads}, {@code cooperators}, {@code wildcards} and {@code dueOn} stand
 * @param resolved which units a person put in the place of a phrase that stands for many
 * @param carried the fields in which an earlier version's correction was taken over
 * @param taskId the ledger's task that it became; null while it is not adopted
 */
public record DraftTask(
        int ordinal,
        String title,
        String text,
        List<String> leads,
        List<String> cooperators,
        List<String> wildcards,
        @Nullable LocalDate dueOn,
        List<Reading.Indicator> indicators,
        TaskDecision decision,
        boolean corrected,
        List<Integer> readAs,
        @Nullable Span source,
        Map<String, Span> spans,
        double confidence,
        List<Resolved> resolved,
        List<String> carried,
        @Nullable UUID taskId) {

    /** Names as written in the draft, in the part that they were given. */
    public record Resolved(String phrase, List<String> leads, List<String> cooperators) {}

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
                false,
                List.of(task.ordinal()),
                task.source(),
                task.spans(),
                task.confidence(),
                List.of(),
                List.of(),
                null);
    }

    public boolean kept() {
        return decision == TaskDecision.KEEP;
    }

    public boolean adopted() {
        return taskId != null;
    }

    /** Kept, and not in the ledger yet. */
    public boolean waits() {
        return kept() && !adopted();
    }

    boolean namesNobody() {
        return leads.isEmpty() && cooperators.isEmpty() && wildcards.isEmpty();
    }

    public Stream<String> units() {
        return Stream.concat(leads.stream(), cooperators.stream()).distinct();
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
                corrected || change.corrects(),
                readAs,
                source,
                spans,
                confidence,
                resolvedBy(change),
                carried,
                taskId);
    }

    // Of two phrases resolved in one step nobody can tell which units stand for which.
    private List<Resolved> resolvedBy(TaskChange change) {
        List<String> left = change.wildcards() == null ? wildcards : change.wildcards();
        List<String> gone =
                wildcards.stream().filter(phrase -> !left.contains(phrase)).toList();
        List<Resolved> all = new ArrayList<>(resolved);
        all.removeIf(one -> left.contains(one.phrase()));
        if (gone.size() == 1) {
            List<String> moreLeads = added(leads, change.leads());
            List<String> moreCooperators = added(cooperators, change.cooperators());
            if (!moreLeads.isEmpty() || !moreCooperators.isEmpty()) {
                all.add(new Resolved(gone.getFirst(), moreLeads, moreCooperators));
            }
        }
        return List.copyOf(all);
    }

    private static List<String> added(List<String> before, @Nullable List<String> after) {
        return after == null
                ? List.of()
                : after.stream().filter(name -> !before.contains(name)).toList();
    }

    DraftTask numbered(int ordinal) {
        return with(ordinal, carried, taskId);
    }

    DraftTask adoptedAs(UUID task) {
        return with(ordinal, carried, task);
    }

    DraftTask carrying(List<String> fields) {
        return with(ordinal, fields, taskId);
    }

    private DraftTask with(int ordinal, List<String> carried, @Nullable UUID taskId) {
        return new DraftTask(
                ordinal,
                title,
                text,
                leads,
                cooperators,
                wildcards,
                dueOn,
                indicators,
                decision,
                corrected,
                readAs,
                source,
                spans,
                confidence,
                resolved,
                carried,
                taskId);
    }

    /** A task that a person added, for another document: its words may stand elsewhere there, or nowhere. */
    public DraftTask afresh(String document) {
        int at = source == null ? -1 : document.indexOf(text);
        Span found = at < 0 ? null : new Span(at, at + text.length());
        return new DraftTask(
                ordinal,
                title,
                text,
                leads,
                cooperators,
                wildcards,
                dueOn,
                indicators,
                decision,
                corrected,
                List.of(),
                found,
                Map.of(),
                confidence,
                resolved,
                carried,
                null);
    }
}
