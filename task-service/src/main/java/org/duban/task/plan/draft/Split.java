package org.duban.task.plan.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.reading.Span;
import org.jspecify.annotations.Nullable;

/** The two parts of a task that a person cuts. */
final class Split {
    private static final int NOWHERE = -1;

    private final DraftTask whole;
    private final String document;
    private final String head;
    private final String tail;
    /** Where the second part begins in the document. */
    private final int seam;

    Split(DraftTask whole, String document, int textAt) {
        if (textAt < 0 || textAt > whole.text().length()) {
            throw DraftRefused.cannotSplit();
        }
        this.whole = whole;
        this.document = document;
        this.head = whole.text().substring(0, textAt).strip();
        this.tail = whole.text().substring(textAt).strip();
        if (head.isEmpty() || tail.isEmpty()) {
            throw DraftRefused.cannotSplit();
        }
        this.seam = whole.source() == null ? NOWHERE : new Placed(whole.text(), document, whole.source()).at(textAt);
    }

    boolean isFirst(Span span) {
        return seam == NOWHERE || span.start() < seam;
    }

    DraftTask first() {
        DraftTask first = part(head, whole.title(), true);
        return first.leads().isEmpty() ? withUnits(first, part(tail, "", false)) : first;
    }

    DraftTask second() {
        return part(tail, Headline.of(tail), false);
    }

    private static DraftTask withUnits(DraftTask task, DraftTask units) {
        return new DraftTask(
                task.ordinal(),
                task.title(),
                task.text(),
                units.leads(),
                both(task.cooperators(), units.cooperators()),
                both(task.wildcards(), units.wildcards()),
                task.dueOn(),
                task.indicators(),
                task.decision(),
                task.corrected(),
                task.readAs(),
                task.source(),
                task.spans(),
                task.confidence(),
                units.resolved(),
                task.carried(),
                null);
    }

    private static List<String> both(List<String> own, List<String> other) {
        return Stream.concat(own.stream(), other.stream()).distinct().toList();
    }

    private DraftTask part(String text, String title, boolean first) {
        Span source = whole.source();
        return new DraftTask(
                whole.ordinal(),
                title,
                text,
                names("leads", DraftTask::leads, first),
                names("cooperators", DraftTask::cooperators, first),
                names("wildcards", DraftTask::wildcards, first),
                isIn("dueOn", first) ? whole.dueOn() : null,
                whole.indicators().stream()
                        .filter(indicator -> isIn(indicator, first))
                        .toList(),
                whole.decision(),
                true,
                whole.readAs(),
                source == null ? null : clipped(source, first),
                spans(first),
                whole.confidence(),
                whole.resolved(),
                whole.carried(),
                null);
    }

    private @Nullable Span clipped(Span span, boolean first) {
        if (first) {
            return span.start() >= seam ? null : new Span(span.start(), Math.min(span.end(), seam));
        }
        return span.end() <= seam ? null : new Span(Math.max(span.start(), seam), span.end());
    }

    private Map<String, Span> spans(boolean first) {
        Map<String, Span> spans = new HashMap<>();
        whole.spans().forEach((field, span) -> {
            Span clipped = seam == NOWHERE ? null : clipped(span, first);
            if (clipped != null && clipped.length() > 0) {
                spans.put(field, clipped);
            }
        });
        return Map.copyOf(spans);
    }

    // What a person wrote stands nowhere in the document, and holds for both parts.
    private boolean isIn(String field, boolean first) {
        Span span = whole.spans().get(field);
        return span == null || seam == NOWHERE || clipped(span, first) != null;
    }

    private boolean isIn(Reading.Indicator indicator, boolean first) {
        if (seam != NOWHERE && indicator.source().length() > 0) {
            return first == isFirst(indicator.source());
        }
        boolean inTail = tail.contains(indicator.text()) && !head.contains(indicator.text());
        return first != inTail;
    }

    private List<String> names(String field, Function<DraftTask, List<String>> names, boolean first) {
        Span span = whole.spans().get(field);
        if (span == null || seam == NOWHERE) {
            return names.apply(whole);
        }
        List<String> in = new ArrayList<>();
        for (String name : names.apply(whole)) {
            int start = Math.min(span.start(), document.length());
            int end = Math.min(span.end(), document.length());
            String before = document.substring(start, Math.clamp(seam, start, end));
            String after = document.substring(Math.clamp(seam, start, end), end);
            boolean nowhere = !before.contains(name) && !after.contains(name);
            if (nowhere ? clipped(span, first) != null : (first ? before : after).contains(name)) {
                in.add(name);
            }
        }
        return in;
    }
}
