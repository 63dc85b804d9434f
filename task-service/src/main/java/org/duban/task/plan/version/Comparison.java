package org.duban.task.plan.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.TaskState;
import org.duban.task.plan.draft.Asked;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.version.SameAs.Difference;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks of a newer version stand to the ledger's.
 *
 * @param entries the ledger's task of each ordinal that has one
 * @param sameAs of each ordinal that is not adopted yet
 * @param gone the ledger's tasks that the newer version names no more
 */
public record Comparison(Map<Integer, LedgerEntry> entries, Map<Integer, SameAs> sameAs, List<Gone> gone) {

    public static final Comparison NONE = new Comparison(Map.of(), Map.of(), List.of());

    /**
     * @param unit whom a name means; null where nobody knows
     * @param refs the ledger's units
     */
    public static Comparison of(
            Draft draft, List<LedgerEntry> ledger, Function<String, @Nullable UUID> unit, Map<UUID, UnitRef> refs) {
        Map<UUID, LedgerEntry> byId = ledger.stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity()));
        Map<Integer, LedgerEntry> paired = new LinkedHashMap<>();
        for (DraftTask task : draft.tasks()) {
            if (task.taskId() != null && byId.containsKey(task.taskId())) {
                paired.put(task.ordinal(), byId.get(task.taskId()));
            }
        }
        Set<LedgerEntry> taken = new HashSet<>(paired.values());
        List<LedgerEntry> free =
                ledger.stream().filter(entry -> !taken.contains(entry)).toList();
        List<DraftTask> open =
                draft.tasks().stream().filter(task -> !task.adopted()).toList();
        TextMatch.of(
                        free.stream().map(entry -> entry.content().body()).toList(),
                        open.stream().map(DraftTask::text).toList())
                .forEach(pair -> paired.put(open.get(pair.right()).ordinal(), free.get(pair.left())));
        Map<Integer, SameAs> sameAs = new LinkedHashMap<>();
        for (DraftTask task : open) {
            LedgerEntry entry = paired.get(task.ordinal());
            sameAs.put(
                    task.ordinal(), entry == null ? SameAs.nothing() : compared(draft.asked(task), entry, unit, refs));
        }
        Set<LedgerEntry> named = new HashSet<>(paired.values());
        return new Comparison(
                paired,
                sameAs,
                ledger.stream()
                        .filter(entry -> !named.contains(entry))
                        .map(entry -> Gone.of(entry, refs))
                        .toList());
    }

    private static SameAs compared(
            Asked asked, LedgerEntry entry, Function<String, @Nullable UUID> unit, Map<UUID, UnitRef> refs) {
        var is = entry.content();
        List<Difference> differences = new ArrayList<>();
        if (!TextMatch.isSame(asked.title(), is.title())) {
            differences.add(new Difference("title", is.title(), asked.title()));
        }
        if (!TextMatch.isSame(asked.text(), is.body())) {
            differences.add(new Difference("text", is.body(), asked.text()));
        }
        add(differences, "dueOn", day(is.dueOn()), day(asked.dueOn()));
        add(differences, "standing", is.standing() ? "是" : "否", asked.standing() ? "是" : "否");
        if (!targets(is.indicators()).equals(targets(asked.indicators()))) {
            differences.add(new Difference("indicators", words(is.indicators()), words(asked.indicators())));
        }
        units(differences, "leads", is.leads(), asked.leads(), unit, refs);
        units(differences, "cooperators", is.cooperators(), asked.cooperators(), unit, refs);
        boolean closed = entry.state() == TaskState.CLOSED;
        return new SameAs(
                entry.id(),
                entry.ordinal(),
                entry.state().name(),
                differences.isEmpty() || closed ? SameAs.Kind.SAME : SameAs.Kind.CHANGED,
                differences);
    }

    private static void units(
            List<Difference> differences,
            String field,
            List<UUID> from,
            List<String> to,
            Function<String, @Nullable UUID> unit,
            Map<UUID, UnitRef> refs) {
        Set<UUID> now = to.stream().map(unit).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean allKnown = to.stream().allMatch(name -> unit.apply(name) != null);
        if (!allKnown || !now.equals(new HashSet<>(from))) {
            differences.add(new Difference(
                    field,
                    from.stream()
                            .map(id -> {
                                UnitRef ref = refs.get(id);
                                return ref == null ? "未登记单位" : ref.shortName();
                            })
                            .collect(Collectors.joining("、")),
                    String.join("、", to)));
        }
    }

    private static void add(List<Difference> differences, String field, String from, String to) {
        if (!from.equals(to)) {
            differences.add(new Difference(field, from, to));
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<String> targets(Collection<Indicator> indicators) {
        return indicators.stream()
                .map(one -> one.operator() + " "
                        + one.value().stripTrailingZeros().toPlainString() + " "
                        + (one.upper() == null
                                ? ""
                                : one.upper().stripTrailingZeros().toPlainString())
                        + one.measure())
                .toList();
    }

    private static String words(Collection<Indicator> indicators) {
        return indicators.stream().map(Indicator::text).collect(Collectors.joining("；"));
    }
}
