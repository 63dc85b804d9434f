package org.duban.task.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.TaskContent;
import org.duban.task.ledger.TaskState;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.UnitNames.NamedUnit;
import org.duban.task.sheet.Verdict.Change;
import org.duban.task.sheet.Verdict.Kind;
import org.duban.task.sheet.Verdict.Note;
import org.duban.task.sheet.xlsx.Cell;
import org.jspecify.annotations.Nullable;

/** One row read as a new task, or as what a task of the ledger is to be. Every doubt is a note; an error keeps only its own row out. */
final class RowReading {
    private static final int LONGEST_BODY = 20_000;
    private static final int LONGEST_REMARK = 2_000;
    private static final int LONGEST_NUMBER = 50;

    private final RowCells row;
    private final Layout layout;
    private final Standing ledger;
    private final @Nullable UUID county;
    private final List<Note> notes = new ArrayList<>();

    /** @param county whose plan the row goes to; null for the city's */
    RowReading(RowCells row, Layout layout, Standing ledger, @Nullable UUID county) {
        this.row = row;
        this.layout = layout;
        this.ledger = ledger;
        this.county = county;
    }

    Verdict asNew(@Nullable UUID plan) {
        String title = row.title();
        if (title.isEmpty()) {
            error(SheetField.TITLE, "没有填写任务。");
        }
        Units units = units(Map.of());
        DueCell due = due();
        boolean standing = row.has(SheetField.STANDING) ? says(SheetField.STANDING) : due.standing();
        if (!row.has(SheetField.DUE_ON) && !standing) {
            warn(SheetField.DUE_ON, "没有完成时限，导入后不会亮灯预警。");
        }
        Goals goals = goals(List.of());
        String body = row.body();
        if (!goals.unread.isEmpty()) {
            warn(SheetField.INDICATORS, "目标中没有可以量化的数值，并入任务内容。");
            body = body + "\n目标：" + String.join("；", goals.unread);
        }
        int progress = row.progress();
        if (progress < 0) {
            warn(SheetField.PROGRESS, "进度“%s”不是百分数，按0导入。".formatted(row.text(SheetField.PROGRESS)));
        }
        boolean closed = row.done() && !standing;
        limits(title, body);
        if (hasErrors()) {
            return failed(null, plan, 0, title);
        }
        if (due.day() != null && due.day().isBefore(ledger.today()) && !closed) {
            warn(SheetField.DUE_ON, "完成时限已过，交办时不发提醒。");
        }
        TaskContent content = new TaskContent(
                title,
                body,
                due.day(),
                standing,
                goals.indicators,
                units.leads,
                units.cooperators,
                row.givenNumber(),
                orNull(row.text(SheetField.REMARK)));
        return new Verdict(
                row.number(),
                Kind.CREATE,
                null,
                plan,
                0,
                title,
                content,
                closed ? 100 : Math.max(0, progress),
                closed,
                List.of(),
                List.copyOf(notes));
    }

    /** @param whole the row is the ledger's own: what is empty in it was emptied */
    Verdict asRevision(LedgerEntry known, boolean whole) {
        TaskContent was = known.content();
        String title = title(was, whole);
        String body = body(was, whole);
        Due due = dueOf(was, whole);
        Units units = unitsOf(was, whole);
        List<Indicator> indicators = indicators(was, whole);
        String number = note(was.number(), SheetField.NUMBER, whole);
        String remark = note(was.remark(), SheetField.REMARK, whole);
        limits(title.equals(was.title()) ? "" : title, body.equals(was.body()) ? "" : body);
        if (whole) {
            unalterable(known);
        }
        if (hasErrors()) {
            return failed(known.id(), known.planId(), known.ordinal(), was.title());
        }
        TaskContent content = new TaskContent(
                        title, body, due.day, due.standing, indicators, units.leads, units.cooperators, number, remark)
                .as(was);
        List<Change> changes = changes(was, content);
        if (!changes.isEmpty() && known.state() == TaskState.CLOSED) {
            error(null, "任务已销号，不能再改动。");
            return failed(known.id(), known.planId(), known.ordinal(), was.title());
        }
        return new Verdict(
                row.number(),
                changes.isEmpty() ? Kind.UNCHANGED : Kind.UPDATE,
                known.id(),
                known.planId(),
                known.ordinal(),
                title,
                content,
                known.progress(),
                false,
                changes,
                List.copyOf(notes));
    }

    private boolean mapped(SheetField field) {
        return layout.has(field);
    }

    // An empty cell of a sheet that is not the ledger's own says nothing about the task.
    private boolean silent(SheetField field, boolean whole) {
        return !mapped(field) || !whole && !row.has(field);
    }

    private String title(TaskContent was, boolean whole) {
        if (silent(SheetField.TITLE, whole)) {
            return was.title();
        }
        String cell = row.text(SheetField.TITLE);
        if (cell.isEmpty()) {
            error(SheetField.TITLE, "任务名称不能为空。");
        }
        return CellWords.sameLine(was.title(), cell) || !whole && row.title().equals(was.title())
                ? was.title()
                : whole ? CellWords.oneLine(cell) : row.title();
    }

    private String body(TaskContent was, boolean whole) {
        if (silent(SheetField.TEXT, whole)) {
            boolean follows = CellWords.sameLine(was.title(), was.body());
            return follows && mapped(SheetField.TITLE) && row.has(SheetField.TITLE) ? title(was, whole) : was.body();
        }
        if (whole) {
            String cell = row.text(SheetField.TEXT);
            return CellWords.same(was.body(), cell) ? was.body() : cell.isEmpty() ? row.title() : cell;
        }
        Goals goals = goals(was.indicators());
        String body = goals.unread.isEmpty() ? row.body() : row.body() + "\n目标：" + String.join("；", goals.unread);
        return CellWords.same(was.body(), body) ? was.body() : body;
    }

    private record Due(@Nullable LocalDate day, boolean standing) {}

    private Due dueOf(TaskContent was, boolean whole) {
        LocalDate day = was.dueOn();
        boolean standing = was.standing();
        Cell cell = row.cell(SheetField.DUE_ON);
        boolean same = CellWords.due(was.dueOn(), was.standing()).equals(cell == null ? "" : cell.text());
        boolean forever = same && was.dueOn() == null && was.standing();
        if (!silent(SheetField.DUE_ON, whole) && !same) {
            DueCell due = cell == null ? new DueCell(null, false) : due();
            day = due.day();
            forever = due.standing();
            standing = forever || day != null && was.standing() && was.dueOn() != null;
        }
        // 长期 as the time limit says more than a 否 that was left beside it.
        if (!forever
                && !silent(SheetField.STANDING, whole)
                && !CellWords.yes(was.standing()).equals(row.text(SheetField.STANDING))) {
            standing = says(SheetField.STANDING);
        }
        return new Due(day, standing);
    }

    private DueCell due() {
        Cell cell = row.cell(SheetField.DUE_ON);
        if (cell == null) {
            return new DueCell(null, false);
        }
        return DueCell.of(cell, ledger.today(), ledger.reader()).orElseGet(() -> {
            error(SheetField.DUE_ON, "完成时限“%s”无法识别，请写成 2026-11-30、2026年11月底或“长期”。".formatted(cell.text()));
            return new DueCell(null, false);
        });
    }

    private boolean says(SheetField field) {
        String words = row.text(field);
        return words.matches("(?:是|√|✓|Y|y|yes|1|长期|常态化|持续|true)");
    }

    private record Units(List<UUID> leads, List<UUID> cooperators) {}

    private Units unitsOf(TaskContent was, boolean whole) {
        Map<String, UUID> own = new HashMap<>();
        Stream.concat(was.leads().stream(), was.cooperators().stream()).forEach(unit -> {
            UnitRef ref = ledger.units().get(unit);
            if (ref != null) {
                own.putIfAbsent(ref.nameIn(county), unit);
            }
        });
        boolean leadsSame =
                silent(SheetField.LEADS, whole) || CellWords.sameLine(shown(was.leads()), row.text(SheetField.LEADS));
        boolean othersSame = silent(SheetField.COOPERATORS, whole)
                || CellWords.sameLine(shown(was.cooperators()), row.text(SheetField.COOPERATORS));
        if (leadsSame && othersSame) {
            return new Units(was.leads(), was.cooperators());
        }
        Units read = units(own);
        List<UUID> leads = leadsSame ? was.leads() : read.leads;
        // 配合单位 without a column of their own are those that the one column names.
        boolean namedTogether = !mapped(SheetField.COOPERATORS) && !read.cooperators.isEmpty();
        List<UUID> others = (othersSame && !namedTogether ? was.cooperators() : read.cooperators)
                .stream().filter(unit -> !leads.contains(unit)).toList();
        return new Units(leads, others);
    }

    private String shown(List<UUID> units) {
        return CellWords.units(units, ledger.units(), county);
    }

    private Units units(Map<String, UUID> own) {
        UnitCell both = UnitCell.of(row.text(SheetField.LEADS));
        Set<UUID> leads = new LinkedHashSet<>();
        Set<UUID> cooperators = new LinkedHashSet<>();
        both.leads().forEach(name -> match(name, SheetField.LEADS, own, leads));
        both.cooperators().forEach(name -> match(name, SheetField.LEADS, own, cooperators));
        UnitCell.names(row.text(SheetField.COOPERATORS))
                .forEach(name -> match(name, SheetField.COOPERATORS, own, cooperators));
        if (both.leads().isEmpty()) {
            error(SheetField.LEADS, mapped(SheetField.LEADS) ? "没有填写牵头单位。" : "没有找到牵头单位列，请在列对应中指定。");
        }
        cooperators.removeAll(leads);
        return new Units(List.copyOf(leads), List.copyOf(cooperators));
    }

    private void match(String name, SheetField field, Map<String, UUID> own, Set<UUID> into) {
        UUID known = own.get(name);
        if (known != null) {
            into.add(known);
            return;
        }
        Function<String, NamedUnit> names = ledger.names().apply(county);
        NamedUnit unit = names.apply(name);
        if (unit.unit() != null) {
            into.add(unit.unit().id());
            return;
        }
        String words = switch (unit.state()) {
            case AMBIGUOUS -> "“%s”可能指不止一个单位，请选定。".formatted(name);
            case MATCHED, UNKNOWN ->
                unit.candidates().isEmpty()
                        ? "“%s”不是在册单位，请登记或对应到在册单位。".formatted(name)
                        : "“%s”不是在册单位，是否为%s？"
                                .formatted(name, unit.candidates().getFirst().nameIn(county));
        };
        notes.add(new Note(true, field, words, name, unit.candidates()));
    }

    /** @param unread what gives no figure */
    private record Goals(List<Indicator> indicators, List<String> unread) {}

    private Goals goals(List<Indicator> had) {
        List<Indicator> indicators = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (String line : row.text(SheetField.INDICATORS).split("\n")) {
            String words = line.strip();
            if (words.isEmpty()) {
                continue;
            }
            List<Indicator> kept = had.stream()
                    .filter(one -> CellWords.sameLine(one.text(), words))
                    .limit(1)
                    .toList();
            List<Indicator> read = kept.isEmpty()
                    ? ledger.reader().indicators(words).stream()
                            .map(RowReading::indicator)
                            .toList()
                    : kept;
            indicators.addAll(read);
            if (read.isEmpty()) {
                unread.add(words);
            }
        }
        return new Goals(indicators, unread);
    }

    private static Indicator indicator(Reading.Indicator read) {
        return new Indicator(read.text(), read.operator().symbol(), read.value(), read.upper(), read.measure());
    }

    private List<Indicator> indicators(TaskContent was, boolean whole) {
        if (silent(SheetField.INDICATORS, whole)
                || CellWords.same(CellWords.indicators(was.indicators()), row.text(SheetField.INDICATORS))) {
            return was.indicators();
        }
        Goals goals = goals(was.indicators());
        if (!goals.unread.isEmpty() && whole) {
            warn(SheetField.INDICATORS, "“%s”中没有可以量化的数值，未列为指标。".formatted(goals.unread.getFirst()));
        }
        return goals.indicators.equals(was.indicators()) ? was.indicators() : goals.indicators;
    }

    private @Nullable String note(@Nullable String was, SheetField field, boolean whole) {
        if (field == SheetField.NUMBER && !whole) {
            String given = row.givenNumber();
            return given == null ? was : given;
        }
        if (silent(field, whole)) {
            return was;
        }
        String cell = row.text(field);
        return CellWords.same(was == null ? "" : was, cell) ? was : orNull(cell);
    }

    // What units report and supervisors decide is not edited in a sheet; who tries is told so.
    private void unalterable(LedgerEntry known) {
        if (row.has(SheetField.PROGRESS) && row.progress() != known.progress()) {
            warn(SheetField.PROGRESS, "进度由单位报送形成，导入不作改动。");
        }
        if (row.has(SheetField.STATE) && !row.text(SheetField.STATE).equals(CellWords.state(known.state()))) {
            warn(SheetField.STATE, "状态由签收、报送和审核形成，导入不作改动。");
        }
        if (row.has(SheetField.ORDINAL) && row.ordinal() != known.ordinal()) {
            warn(SheetField.ORDINAL, "序号由系统保持，导入不作改动。");
        }
    }

    private void limits(String title, String body) {
        if (title.length() > RowCells.LONGEST_TITLE) {
            error(SheetField.TITLE, "任务名称请控制在%d字以内。".formatted(RowCells.LONGEST_TITLE));
        }
        if (body.length() > LONGEST_BODY) {
            error(SheetField.TEXT, "任务内容请控制在%d字以内。".formatted(LONGEST_BODY));
        }
        if (row.text(SheetField.REMARK).length() > LONGEST_REMARK) {
            error(SheetField.REMARK, "备注请控制在%d字以内。".formatted(LONGEST_REMARK));
        }
        if (row.text(SheetField.NUMBER).length() > LONGEST_NUMBER) {
            error(SheetField.NUMBER, "编号请控制在%d字以内。".formatted(LONGEST_NUMBER));
        }
    }

    private List<Change> changes(TaskContent was, TaskContent is) {
        List<Change> changes = new ArrayList<>();
        add(changes, SheetField.TITLE, was.title(), is.title());
        add(changes, SheetField.TEXT, was.body(), is.body());
        add(
                changes,
                SheetField.DUE_ON,
                CellWords.due(was.dueOn(), was.standing()),
                CellWords.due(is.dueOn(), is.standing()));
        add(changes, SheetField.STANDING, CellWords.yes(was.standing()), CellWords.yes(is.standing()));
        if (!was.indicators().equals(is.indicators())) {
            changes.add(new Change(
                    SheetField.INDICATORS,
                    orNull(CellWords.indicators(was.indicators())),
                    orNull(CellWords.indicators(is.indicators()))));
        }
        addUnits(changes, SheetField.LEADS, was.leads(), is.leads());
        addUnits(changes, SheetField.COOPERATORS, was.cooperators(), is.cooperators());
        add(changes, SheetField.NUMBER, was.number(), is.number());
        add(changes, SheetField.REMARK, was.remark(), is.remark());
        return changes;
    }

    private static void add(List<Change> changes, SheetField field, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new Change(field, orNull(from), orNull(to)));
        }
    }

    private void addUnits(List<Change> changes, SheetField field, List<UUID> from, List<UUID> to) {
        if (!from.equals(to)) {
            changes.add(new Change(field, orNull(shown(from)), orNull(shown(to))));
        }
    }

    private static @Nullable String orNull(@Nullable String words) {
        return words == null || words.isEmpty() ? null : words;
    }

    private void error(@Nullable SheetField field, String words) {
        notes.add(Note.error(field, words));
    }

    private void warn(@Nullable SheetField field, String words) {
        notes.add(Note.warning(field, words));
    }

    private boolean hasErrors() {
        return notes.stream().anyMatch(Note::error);
    }

    private Verdict failed(@Nullable UUID task, @Nullable UUID plan, int ordinal, String title) {
        return new Verdict(
                row.number(), Kind.ERROR, task, plan, ordinal, title, null, 0, false, List.of(), List.copyOf(notes));
    }
}
