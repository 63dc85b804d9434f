package org.duban.task.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.sheet.Standing.Index;
import org.duban.task.sheet.Standing.Target;
import org.duban.task.sheet.Verdict.Kind;
import org.duban.task.sheet.Verdict.Note;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each row of a sheet: a row is a task of the ledger by its id, else in its plan by 编号, by 序号, or by its name;
 * a row that is none of these is a new task. No task comes of two rows.
 */
final class Comparison {
    private static final int FARTHEST_ORDINAL = 100_000;

    private final Layout layout;
    private final Standing ledger;
    private final Map<UUID, Index> indexes = new HashMap<>();
    private final Map<UUID, Integer> rowOfTask = new HashMap<>();
    private final Map<String, Integer> rowOfNew = new HashMap<>();
    private final Map<UUID, Set<Integer>> taken = new HashMap<>();
    private static final UUID NEW_PLAN = new UUID(0, 0);

    private Comparison(Layout layout, Standing ledger) {
        this.layout = layout;
        this.ledger = ledger;
    }

    /** @return one for each row that holds anything, in the sheet's order */
    static List<Verdict> of(LedgerRows rows, Layout layout, Standing ledger) {
        return new Comparison(layout, ledger).verdicts(rows);
    }

    private List<Verdict> verdicts(LedgerRows rows) {
        Set<Integer> counting = ordinalsThatCount(rows.rows());
        List<Verdict> verdicts = new ArrayList<>();
        for (LedgerRows.Row row : rows.rows()) {
            verdicts.add(verdict(new RowCells(row), counting));
        }
        verdicts = placed(verdicts, rows.rows(), counting);
        rows.skipped().forEach(adding(verdicts));
        verdicts.sort(java.util.Comparator.comparingInt(Verdict::row));
        return verdicts;
    }

    private static java.util.function.Consumer<LedgerRows.Skipped> adding(List<Verdict> verdicts) {
        return row -> verdicts.add(Verdict.skipped(row));
    }

    // Numbers that begin anew in each group tell no rows apart.
    private Set<Integer> ordinalsThatCount(List<LedgerRows.Row> rows) {
        Map<String, List<Integer>> byPlan = rows.stream()
                .map(RowCells::new)
                .filter(row -> row.ordinal() > 0 && row.ordinal() < FARTHEST_ORDINAL)
                .collect(Collectors.groupingBy(
                        row -> Standing.plain(row.text(SheetField.PLAN)),
                        Collectors.mapping(RowCells::ordinal, Collectors.toList())));
        boolean eachOnce = byPlan.values().stream().allMatch(all -> new HashSet<>(all).size() == all.size());
        return eachOnce ? byPlan.values().stream().flatMap(List::stream).collect(Collectors.toSet()) : Set.of();
    }

    private Verdict verdict(RowCells row, Set<Integer> counting) {
        Set<Note> doubts = new java.util.LinkedHashSet<>();
        LedgerEntry known;
        Target target;
        if (row.has(SheetField.ID)) {
            known = byId(row);
            if (known == null) {
                return error(row, Note.error(SheetField.ID, "系统编号不在您管理的台账中。如是新任务，请清空该行的系统编号。"));
            }
            target = new Target(known.planId(), "", known.countyId());
        } else {
            Target named = plan(row);
            if (named == null) {
                return error(
                        row,
                        Note.error(
                                SheetField.PLAN,
                                "没有名为“%s”的计划，或不归您管理。请改为已有计划的名称，或在列对应中不导入这一列。"
                                        .formatted(CellWords.oneLine(row.text(SheetField.PLAN)))));
            }
            target = named;
            List<LedgerEntry> found = target.id() == null ? List.of() : recognised(row, target.id(), counting, doubts);
            if (found.size() > 1) {
                return error(row, Note.error(SheetField.TITLE, "台账中有%d项同名任务，请填写序号或编号加以区分。".formatted(found.size())));
            }
            known = found.isEmpty() ? null : found.getFirst();
        }
        RowReading reading = new RowReading(row, layout, ledger, target.countyId());
        Verdict verdict =
                known == null ? reading.asNew(target.id()) : reading.asRevision(known, row.has(SheetField.ID));
        if (verdict.kind() != Kind.ERROR) {
            verdict = onlyOnce(verdict, target);
        }
        return doubts.isEmpty() ? verdict : noted(verdict, doubts);
    }

    private @Nullable LedgerEntry byId(RowCells row) {
        try {
            return ledger.byId().get(UUID.fromString(row.text(SheetField.ID)));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private @Nullable Target plan(RowCells row) {
        String title = Standing.plain(row.text(SheetField.PLAN));
        if (title.isEmpty() || title.equals(Standing.plain(ledger.target().title()))) {
            return ledger.target();
        }
        return ledger.plans().get(title);
    }

    private Index index(UUID plan) {
        return indexes.computeIfAbsent(plan, id -> new Index(ledger.ofPlans().getOrDefault(id, List.of())));
    }

    private List<LedgerEntry> recognised(RowCells row, UUID plan, Set<Integer> counting, Set<Note> doubts) {
        Index index = index(plan);
        String number = row.givenNumber();
        LedgerEntry numbered = number == null ? null : index.number(number);
        if (numbered != null) {
            return List.of(numbered);
        }
        List<LedgerEntry> titled = index.titled(row.title());
        LedgerEntry placed = counting.contains(row.ordinal()) ? index.ordinal(row.ordinal()) : null;
        if (placed == null) {
            return titled.size() <= 1 ? titled : sameText(row, titled);
        }
        if (titled.contains(placed) || titled.isEmpty()) {
            if (titled.isEmpty() && !alike(row.title(), placed.content().title())) {
                doubts.add(Note.warning(
                        SheetField.TITLE,
                        "序号对应台账中的“%s”，与本行差别较大，导入后将按本行改写，请核实。"
                                .formatted(placed.content().title())));
            }
            return List.of(placed);
        }
        doubts.add(Note.warning(SheetField.ORDINAL, "序号与台账中的同名任务不一致，已按任务名称对应。"));
        return titled.size() <= 1 ? titled : sameText(row, titled);
    }

    private static List<LedgerEntry> sameText(RowCells row, List<LedgerEntry> titled) {
        List<LedgerEntry> same = titled.stream()
                .filter(entry -> CellWords.same(entry.content().body(), row.body()))
                .toList();
        return same.size() == 1 ? same : titled;
    }

    private static boolean alike(String one, String other) {
        Set<Integer> mine = one.chars().boxed().collect(Collectors.toSet());
        Set<Integer> theirs = other.chars().boxed().collect(Collectors.toSet());
        long common = mine.stream().filter(theirs::contains).count();
        return common * 2 >= Math.min(mine.size(), theirs.size());
    }

    private Verdict onlyOnce(Verdict verdict, Target target) {
        Integer first = verdict.taskId() != null
                ? rowOfTask.putIfAbsent(verdict.taskId(), verdict.row())
                : rowOfNew.putIfAbsent(
                        target.id() + "\n" + Standing.plain(verdict.title()) + "\n"
                                + (verdict.content() == null
                                        ? ""
                                        : Standing.plain(verdict.content().body())),
                        verdict.row());
        return first == null
                ? verdict
                : new Verdict(
                        verdict.row(),
                        Kind.ERROR,
                        verdict.taskId(),
                        verdict.planId(),
                        verdict.ordinal(),
                        verdict.title(),
                        null,
                        0,
                        false,
                        List.of(),
                        List.of(Note.error(null, "与第%d行是同一项任务，请保留一行。".formatted(first))));
    }

    /** A new task stands where its row says, where that place is free; else after all others. */
    private List<Verdict> placed(List<Verdict> verdicts, List<LedgerRows.Row> rows, Set<Integer> counting) {
        List<Verdict> placed = new ArrayList<>(verdicts);
        for (int i = 0; i < placed.size(); i++) {
            Verdict verdict = placed.get(i);
            int wanted = new RowCells(rows.get(i)).ordinal();
            if (verdict.kind() == Kind.CREATE && counting.contains(wanted) && free(verdict.planId(), wanted)) {
                placed.set(i, verdict.at(wanted));
            }
        }
        for (int i = 0; i < placed.size(); i++) {
            Verdict verdict = placed.get(i);
            if (verdict.kind() == Kind.CREATE && verdict.ordinal() == 0) {
                placed.set(i, verdict.at(next(verdict.planId())));
            }
        }
        return placed;
    }

    private Set<Integer> taken(@Nullable UUID plan) {
        return taken.computeIfAbsent(plan == null ? NEW_PLAN : plan, id -> new HashSet<>());
    }

    private boolean free(@Nullable UUID plan, int ordinal) {
        return (plan == null || index(plan).ordinal(ordinal) == null)
                && taken(plan).add(ordinal);
    }

    private int next(@Nullable UUID plan) {
        Set<Integer> own = taken(plan);
        int last = Math.max(
                plan == null ? 0 : index(plan).lastOrdinal(),
                own.stream().max(Integer::compare).orElse(0));
        own.add(last + 1);
        return last + 1;
    }

    private static Verdict error(RowCells row, Note note) {
        return new Verdict(
                row.number(), Kind.ERROR, null, null, 0, row.title(), null, 0, false, List.of(), List.of(note));
    }

    private static Verdict noted(Verdict verdict, Set<Note> doubts) {
        List<Note> notes = new ArrayList<>(verdict.notes());
        notes.addAll(doubts);
        return new Verdict(
                verdict.row(),
                verdict.kind(),
                verdict.taskId(),
                verdict.planId(),
                verdict.ordinal(),
                verdict.title(),
                verdict.content(),
                verdict.progress(),
                verdict.closed(),
                verdict.changes(),
                List.copyOf(notes));
    }
}
