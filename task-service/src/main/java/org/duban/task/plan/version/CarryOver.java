package org.duban.task.plan.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duban.task.plan.draft.Change;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.draft.TaskDecision;
import org.duban.task.plan.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Takes over into a newer version's draft what people made of the earlier one. Where both versions say the same and a person
 * had decided otherwise, the decision stands; where the newer version says something else, its word counts.
 */
public final class CarryOver {
    private static final double SAME_TASK = 0.8;

    private final DocumentVersion earlier;
    private final Reading newer;
    private final String document;
    /** The newer reading's task for each of the earlier reading's. */
    private final Map<Integer, Integer> newerOf = new HashMap<>();

    private Draft draft;

    private CarryOver(DocumentVersion earlier, DocumentVersion newer) {
        this.earlier = earlier;
        this.newer = newer.reading();
        this.document = newer.text();
        this.draft = newer.draft();
        List<Reading.Task> before = earlier.reading().tasks();
        List<Reading.Task> now = this.newer.tasks();
        TextMatch.of(
                        before.stream().map(Reading.Task::text).toList(),
                        now.stream().map(Reading.Task::text).toList())
                .stream()
                .filter(pair -> pair.likeness() >= SAME_TASK)
                .forEach(pair -> newerOf.put(
                        before.get(pair.left()).ordinal(), now.get(pair.right()).ordinal()));
    }

    public static Draft into(DocumentVersion newer, DocumentVersion earlier) {
        CarryOver carry = new CarryOver(earlier, newer);
        carry.document();
        carry.corrections();
        carry.shapes();
        return carry.draft;
    }

    private void document() {
        Draft before = earlier.draft();
        Reading read = earlier.reading();
        draft = new Draft(
                Objects.requireNonNull(decided(read.title(), before.title(), newer.title(), draft.title())),
                decided(read.documentNumber(), before.documentNumber(), newer.documentNumber(), draft.documentNumber()),
                decided(read.issuer(), before.issuer(), newer.issuer(), draft.issuer()),
                decided(read.issuedOn(), before.issuedOn(), newer.issuedOn(), draft.issuedOn()),
                before.reportDay(),
                draft.phases(),
                draft.tasks(),
                draft.findings());
    }

    private static <T> @Nullable T decided(
            @Nullable T readThen, @Nullable T decidedThen, @Nullable T readNow, @Nullable T now) {
        boolean untouched = Objects.equals(readNow, now);
        return untouched && Objects.equals(readThen, readNow) && !Objects.equals(readThen, decidedThen)
                ? decidedThen
                : now;
    }

    /** Tasks that nobody cut or joined, then or now. */
    private void corrections() {
        for (DraftTask before : earlier.draft().tasks()) {
            if (before.readAs().size() != 1 || partsOf(before.readAs()) != 1) {
                continue;
            }
            Reading.Task then = read(earlier.reading(), before.readAs().getFirst());
            current(before.readAs()).ifPresent(task -> carry(before, then, task));
        }
    }

    private long partsOf(List<Integer> readAs) {
        return earlier.draft().tasks().stream()
                .filter(task -> task.readAs().equals(readAs))
                .count();
    }

    /** @return the draft's untouched task that these tasks of the earlier reading have become */
    private Optional<DraftTask> current(List<Integer> readThen) {
        Integer now = newerOf.get(readThen.getFirst());
        return now == null
                ? Optional.empty()
                : draft.tasks().stream()
                        .filter(task -> task.readAs().equals(List.of(now)) && !task.corrected() && !task.adopted())
                        .findFirst();
    }

    private void carry(DraftTask before, Reading.Task then, DraftTask task) {
        Reading.Task now = read(newer, task.readAs().getFirst());
        boolean sameText = TextMatch.isSame(then.text(), now.text());
        boolean units = then.leads().equals(now.leads())
                && then.cooperators().equals(now.cooperators())
                && then.wildcards().equals(now.wildcards())
                && !(before.leads().equals(then.leads())
                        && before.cooperators().equals(then.cooperators())
                        && before.wildcards().equals(then.wildcards()));
        boolean title = then.title().equals(now.title()) && !before.title().equals(then.title());
        boolean text = sameText && !before.text().equals(then.text());
        boolean day = Objects.equals(then.dueOn(), now.dueOn()) && !Objects.equals(before.dueOn(), then.dueOn());
        boolean targets = targets(then.indicators()).equals(targets(now.indicators()))
                && !targets(before.indicators()).equals(targets(then.indicators()));
        boolean skipped = sameText && !before.kept();
        List<String> carried = new ArrayList<>();
        mark(carried, title, "title");
        mark(carried, text, "text");
        mark(carried, units, "units");
        mark(carried, day, "dueOn");
        mark(carried, targets, "indicators");
        mark(carried, skipped, "decision");
        if (carried.isEmpty()) {
            return;
        }
        int ordinal = task.ordinal();
        draft = draft.after(
                ordinal,
                new TaskChange(
                        title ? before.title() : null,
                        text ? before.text() : null,
                        units ? before.leads() : null,
                        units ? before.cooperators() : null,
                        units ? before.wildcards() : null,
                        day ? new Change<>(before.dueOn()) : null,
                        targets ? before.indicators() : null,
                        skipped ? TaskDecision.SKIP : null));
        mark(ordinal, carried);
    }

    private static void mark(List<String> carried, boolean it, String field) {
        if (it) {
            carried.add(field);
        }
    }

    private void mark(int ordinal, List<String> carried) {
        draft = draft.carrying(ordinal, carried);
    }

    /** Tasks that were cut, joined or added then, where the words are still the same. */
    private void shapes() {
        List<List<Integer>> seen = new ArrayList<>();
        for (DraftTask before : earlier.draft().tasks()) {
            if (before.readAs().isEmpty()) {
                addAgain(before);
            } else if (!seen.contains(before.readAs())) {
                seen.add(before.readAs());
                List<DraftTask> parts = earlier.draft().tasks().stream()
                        .filter(task -> task.readAs().equals(before.readAs()))
                        .toList();
                if (before.readAs().size() > 1 && parts.size() == 1) {
                    joinAgain(before);
                } else if (before.readAs().size() == 1 && parts.size() > 1) {
                    cutAgain(parts);
                }
            }
        }
    }

    private void cutAgain(List<DraftTask> parts) {
        Reading.Task then = read(earlier.reading(), parts.getFirst().readAs().getFirst());
        Optional<DraftTask> whole = current(parts.getFirst().readAs());
        if (whole.isEmpty() || !whole.get().text().equals(then.text())) {
            return;
        }
        int ordinal = whole.get().ordinal();
        for (DraftTask part : parts.subList(1, parts.size())) {
            int at = draft.task(ordinal).text().indexOf(part.text());
            if (at <= 0) {
                return;
            }
            draft = draft.split(document, ordinal, at);
            ordinal++;
        }
        int first = whole.get().ordinal();
        for (int i = 0; i < parts.size(); i++) {
            takeOver(first + i, parts.get(i));
        }
    }

    private void joinAgain(DraftTask joined) {
        List<Integer> ordinals = new ArrayList<>();
        for (Integer read : joined.readAs()) {
            Optional<DraftTask> task = current(List.of(read));
            if (task.isEmpty()
                    || !task.get().text().equals(read(earlier.reading(), read).text())) {
                return;
            }
            ordinals.add(task.get().ordinal());
        }
        draft = draft.merged(ordinals);
        takeOver(ordinals.stream().min(Integer::compare).orElseThrow(), joined);
    }

    private void takeOver(int ordinal, DraftTask before) {
        draft = draft.after(
                ordinal,
                new TaskChange(
                        before.title(),
                        before.text(),
                        before.leads(),
                        before.cooperators(),
                        before.wildcards(),
                        new Change<>(before.dueOn()),
                        null,
                        before.decision()));
        mark(ordinal, List.of("shape"));
    }

    private void addAgain(DraftTask before) {
        int after = earlier.draft().tasks().stream()
                .filter(task ->
                        task.ordinal() < before.ordinal() && !task.readAs().isEmpty())
                .map(task -> newerOf.get(task.readAs().getLast()))
                .filter(Objects::nonNull)
                .flatMap(read -> draft.tasks().stream()
                        .filter(task -> task.readAs().contains(read))
                        .map(DraftTask::ordinal))
                .max(Integer::compare)
                .orElse(draft.tasks().size());
        boolean there = draft.tasks().stream().anyMatch(task -> TextMatch.isSame(task.text(), before.text()));
        if (!there) {
            draft = draft.added(after, before.afresh(document));
            mark(after + 1, List.of("shape"));
        }
    }

    private static Reading.Task read(Reading reading, int ordinal) {
        return reading.tasks().stream()
                .filter(task -> task.ordinal() == ordinal)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> targets(List<Reading.Indicator> indicators) {
        return indicators.stream()
                .map(one ->
                        one.text() + one.operator() + one.value().stripTrailingZeros() + one.upper() + one.measure())
                .toList();
    }
}
