package org.duban.task.plan.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/**
 * Changes which tasks a draft has. Afterwards ordinals run from 1 without a gap, every doubt stands beside the task that it is
 * about, and no word of a text is lost.
 */
final class Reshaping {
    private static final Span NOWHERE = new Span(0, 0);

    private Reshaping() {}

    /**
     * Puts a task after another one.
     *
     * @param after the ordinal of that one; 0 puts it first
     */
    static Draft add(Draft draft, int after, DraftTask task) {
        if (after < 0 || after > draft.tasks().size()) {
            throw DraftRefused.noSuchTask(after);
        }
        List<DraftTask> tasks = new ArrayList<>(draft.tasks());
        tasks.add(after, task);
        List<DraftFinding> findings = moved(draft.findings(), ordinal -> ordinal > after ? ordinal + 1 : ordinal);
        return renumbered(draft, tasks, findings, Set.of(after + 1));
    }

    /**
     * Cuts a task in two. A unit, an indicator, a day and a doubt go to the part in which their words stand. A bracket stands
     * after what it speaks of: a first part without a lead unit keeps those named after it.
     *
     * @param textAt where the second part begins in the task's text
     */
    static Draft split(Draft draft, String document, int ordinal, int textAt) {
        DraftTask whole = draft.task(ordinal);
        int at = textAt > 0
                        && textAt < whole.text().length()
                        && Character.isLowSurrogate(whole.text().charAt(textAt))
                ? textAt - 1
                : textAt;
        Split split = new Split(whole, document, at);
        List<DraftTask> tasks = new ArrayList<>(draft.tasks());
        tasks.set(ordinal - 1, split.first());
        tasks.add(ordinal, split.second());
        List<DraftFinding> findings = draft.findings().stream()
                .map(finding -> finding.isAbout(ordinal)
                        ? finding.about(split.isFirst(finding.source()) ? ordinal : ordinal + 1)
                        : finding.about(shifted(finding.taskOrdinal(), one -> one > ordinal ? one + 1 : one)))
                .toList();
        return renumbered(draft, tasks, findings, Set.of(ordinal, ordinal + 1));
    }

    /**
     * Makes one task of several, in the place of the first. Whoever leads one of them leads the whole, and the whole is due when
     * the last of them is.
     */
    static Draft merge(Draft draft, Collection<Integer> ordinals) {
        TreeSet<Integer> merged = new TreeSet<>(ordinals);
        List<DraftTask> parts = merged.stream().map(draft::task).toList();
        int first = merged.first();
        List<DraftTask> tasks = new ArrayList<>(draft.tasks());
        tasks.set(first - 1, merged(parts));
        tasks.removeIf(task -> task.ordinal() != first && merged.contains(task.ordinal()));
        IntUnaryOperator place = ordinal -> merged.contains(ordinal)
                ? first
                : ordinal
                        - merged.headSet(ordinal).size()
                        + (merged.headSet(ordinal).isEmpty() ? 0 : 1);
        return renumbered(draft, tasks, moved(draft.findings(), place), Set.of(first));
    }

    private static DraftTask merged(List<DraftTask> parts) {
        DraftTask first = parts.getFirst();
        List<String> leads = union(parts, DraftTask::leads);
        List<String> cooperators = union(parts, DraftTask::cooperators).stream()
                .filter(unit -> !leads.contains(unit))
                .toList();
        return new DraftTask(
                first.ordinal(),
                first.title(),
                parts.stream().map(DraftTask::text).collect(Collectors.joining("\n")),
                leads,
                cooperators,
                union(parts, DraftTask::wildcards),
                parts.stream()
                        .map(DraftTask::dueOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                union(parts, DraftTask::indicators),
                parts.stream().anyMatch(DraftTask::kept) ? TaskDecision.KEEP : TaskDecision.SKIP,
                true,
                union(parts, DraftTask::readAs),
                areNeighbours(parts) ? hull(parts.stream().map(DraftTask::source)) : first.source(),
                areNeighbours(parts) ? hulls(parts) : first.spans(),
                parts.stream().mapToDouble(DraftTask::confidence).min().orElse(1),
                union(parts, DraftTask::resolved),
                union(parts, DraftTask::carried),
                null);
    }

    private static boolean areNeighbours(List<DraftTask> parts) {
        return parts.getLast().ordinal() - parts.getFirst().ordinal() == parts.size() - 1;
    }

    private static <T> List<T> union(List<DraftTask> parts, Function<DraftTask, List<T>> field) {
        return List.copyOf(parts.stream()
                .flatMap(part -> field.apply(part).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static @Nullable Span hull(Stream<@Nullable Span> spans) {
        return spans.filter(Objects::nonNull)
                .reduce((one, other) ->
                        new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end())))
                .orElse(null);
    }

    private static Map<String, Span> hulls(List<DraftTask> parts) {
        Map<String, Span> spans = new HashMap<>();
        for (DraftTask part : parts) {
            part.spans()
                    .forEach((field, span) -> spans.merge(
                            field,
                            span,
                            (one, other) ->
                                    new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()))));
        }
        // The whole has the first one's title.
        Span title = parts.getFirst().spans().get("title");
        spans.computeIfPresent("title", (field, span) -> title);
        return Map.copyOf(spans);
    }

    private static List<DraftFinding> moved(List<DraftFinding> findings, IntUnaryOperator place) {
        return findings.stream()
                .map(finding -> finding.about(shifted(finding.taskOrdinal(), place)))
                .toList();
    }

    private static @Nullable Integer shifted(@Nullable Integer ordinal, IntUnaryOperator place) {
        return ordinal == null ? null : Integer.valueOf(place.applyAsInt(ordinal));
    }

    private static Draft renumbered(
            Draft draft, List<DraftTask> tasks, List<DraftFinding> findings, Set<Integer> touched) {
        List<DraftTask> numbered = new ArrayList<>();
        for (DraftTask task : tasks) {
            numbered.add(task.numbered(numbered.size() + 1));
        }
        List<DraftFinding> doubts = new ArrayList<>(findings);
        touched.forEach(ordinal -> doubt(numbered.get(ordinal - 1), doubts));
        return draft.with(numbered, doubts);
    }

    /** Every phrase that stands for many units has its doubt, and so has a task that names none; others have them no more. */
    private static void doubt(DraftTask task, List<DraftFinding> findings) {
        int ordinal = task.ordinal();
        findings.replaceAll(
                finding -> finding.blocks() && isSettled(task, finding) ? finding.in(FindingState.RESOLVED) : finding);
        for (String phrase : task.wildcards()) {
            if (findings.stream()
                    .noneMatch(finding ->
                            finding.isAbout(ordinal, FindingCode.WILDCARD_UNIT) && finding.isAboutPhrase(phrase))) {
                findings.add(
                        DraftFinding.doubt(FindingCode.WILDCARD_UNIT, phrase, whereFor(task, "wildcards"), ordinal));
            }
        }
        if (task.namesNobody()
                && findings.stream().noneMatch(finding -> finding.isAbout(ordinal, FindingCode.NO_UNIT))) {
            findings.add(DraftFinding.doubt(FindingCode.NO_UNIT, task.title(), whereFor(task, "title"), ordinal));
        }
    }

    private static boolean isSettled(DraftTask task, DraftFinding finding) {
        if (finding.isAbout(task.ordinal(), FindingCode.NO_UNIT)) {
            return !task.leads().isEmpty();
        }
        return finding.isAbout(task.ordinal(), FindingCode.WILDCARD_UNIT)
                && task.wildcards().stream().noneMatch(finding::isAboutPhrase);
    }

    private static Span whereFor(DraftTask task, String field) {
        Span span = task.spans().get(field);
        if (span != null) {
            return span;
        }
        return task.source() == null ? NOWHERE : task.source();
    }
}
