package org.duban.task.sheet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.LedgerEntry;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.duban.task.ledger.Plans;
import org.duban.task.ledger.Sights;
import org.duban.task.ledger.TaskContent;
import org.duban.task.plan.reading.CellReader;
import org.duban.task.plan.unit.UnitAliases;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.unit.UnitNames.NamedUnit;
import org.duban.task.sheet.ImportView.ColumnView;
import org.duban.task.sheet.ImportView.CountsView;
import org.duban.task.sheet.ImportView.FieldView;
import org.duban.task.sheet.ImportView.NamedView;
import org.duban.task.sheet.ImportView.SheetView;
import org.duban.task.sheet.ImportView.TargetView;
import org.duban.task.sheet.RowView.ChangeView;
import org.duban.task.sheet.RowView.NoteView;
import org.duban.task.sheet.Standing.Target;
import org.duban.task.sheet.Verdict.Kind;
import org.duban.task.sheet.Verdict.Note;
import org.duban.task.sheet.xlsx.Cell;
import org.duban.task.sheet.xlsx.Grid;
import org.duban.task.sheet.xlsx.UnreadableWorkbook;
import org.duban.task.sheet.xlsx.XlsxReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * From a sheet to the ledger (behaviours.md P4). Rows are compared with the ledger anew at each look, for units are registered and
 * tasks change meanwhile; the adoption does exactly what the last look shows. {@code version} is handed the import's version
 * before anything is changed and throws where the caller decided on another.
 */
@Service
public class SheetImport {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int LONGEST_NAME = 200;
    private static final int AT_ONCE = 2;
    private static final int SAMPLES = 3;
    private static final int LONGEST_SAMPLE = 40;

    private final LedgerImports imports;
    private final Plans plans;
    private final LedgerEntries entries;
    private final Ledger ledger;
    private final Units units;
    private final UnitAliases aliases;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final CellReader reader;

    // What a workbook becomes in memory is many times its size; a queue keeps it to so many.
    private final Semaphore unpacking = new Semaphore(AT_ONCE, true);

    SheetImport(
            LedgerImports imports,
            Plans plans,
            LedgerEntries entries,
            Ledger ledger,
            Units units,
            UnitAliases aliases,
            AuditTrail audit,
            TransactionOperations transactions,
            Clock clock,
            WorkingDays workingDays) {
        this.imports = imports;
        this.plans = plans;
        this.entries = entries;
        this.ledger = ledger;
        this.units = units;
        this.aliases = aliases;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.reader = new CellReader(workingDays::plus);
    }

    /** @throws SheetRefused for a file that is no workbook this can read */
    public UUID open(String fileName, byte[] content, @Nullable UUID county, Caller by) {
        String name = named(fileName);
        UUID own = ownCounty(county, by);
        List<Grid> sheets = unpacked(name, content);
        // Reading a large workbook takes a while, and holds no connection meanwhile.
        return Objects.requireNonNull(transactions.execute(status -> {
            if (own != null && units.countyName(own).isEmpty()) {
                throw SheetRefused.noSuchCounty();
            }
            LedgerImport opened = new LedgerImport(
                    Ids.next(),
                    name,
                    LedgerImport.State.OPEN,
                    own,
                    sheets,
                    proposed(name, sheets, Layout.propose(sheets), own, by),
                    null,
                    OffsetDateTime.now(clock),
                    by.name(),
                    1);
            imports.add(opened);
            audit.record("ledger-import-opened", "ledger-import", opened.id(), Map.of("fileName", name));
            return opened.id();
        }));
    }

    private List<Grid> unpacked(String name, byte[] content) {
        unpacking.acquireUninterruptibly();
        try {
            return sheets(name, content);
        } finally {
            unpacking.release();
        }
    }

    private static List<Grid> sheets(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ending.equals("xlsx") && !ending.equals("xlsm")) {
            throw SheetRefused.notXlsx();
        }
        try {
            return XlsxReader.read(content);
        } catch (UnreadableWorkbook unreadable) {
            throw SheetRefused.unreadable(unreadable);
        }
    }

    // Some browsers send a whole path.
    private static String named(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }

    private static @Nullable UUID ownCounty(@Nullable UUID asked, Caller by) {
        return switch (by.sight()) {
            case Sight.Everything everything -> asked;
            case Sight.OfCounty own when asked == null || asked.equals(own.county()) -> own.county();
            case Sight.OfCounty own -> throw SheetRefused.otherCounty();
            case Sight.OfUnit unit -> throw SheetRefused.otherCounty();
        };
    }

    private Choice proposed(String fileName, List<Grid> sheets, Layout layout, @Nullable UUID county, Caller by) {
        Grid grid = sheets.get(layout.sheet());
        Map<String, Target> known = plansOf(by);
        Layout useful = withoutStrangePlans(grid, layout, known);
        String title = PlanTitle.of(fileName, grid, useful);
        UUID plan = planOfIds(grid, useful, by);
        Target same = known.get(Standing.plain(title));
        if (plan == null && same != null && Objects.equals(same.countyId(), county)) {
            plan = same.id();
        }
        return new Choice(useful, plan, title, Plan.DEFAULT_REPORT_DAY);
    }

    // 来源 of a foreign ledger names documents that are no plans here; one that names none of ours is left alone.
    private static Layout withoutStrangePlans(Grid grid, Layout layout, Map<String, Target> known) {
        boolean any = new LedgerRows(grid, layout)
                .rows().stream()
                        .map(row -> Standing.plain(new RowCells(row).text(SheetField.PLAN)))
                        .anyMatch(known::containsKey);
        return any
                ? layout
                : new Layout(
                        layout.sheet(),
                        layout.headerFirst(),
                        layout.headerLast(),
                        layout.columns().entrySet().stream()
                                .filter(column -> column.getValue() != SheetField.PLAN)
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private @Nullable UUID planOfIds(Grid grid, Layout layout, Caller by) {
        return byId(new LedgerRows(grid, layout), by).values().stream()
                .collect(Collectors.groupingBy(LedgerEntry::planId, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Map<UUID, LedgerEntry> byId(LedgerRows rows, Caller by) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (LedgerRows.Row row : rows.rows()) {
            Cell cell = row.cell(SheetField.ID);
            if (cell != null) {
                try {
                    ids.add(UUID.fromString(cell.text()));
                } catch (IllegalArgumentException noId) {
                    // The row says so itself when it is compared.
                }
            }
        }
        return entries.of(ids).stream()
                .filter(entry -> Sights.supervises(by, entry.countyId()))
                .collect(Collectors.toMap(LedgerEntry::id, entry -> entry));
    }

    /** Of two plans of one title the newer one counts. */
    private Map<String, Target> plansOf(Caller by) {
        Map<String, Target> byTitle = new HashMap<>();
        entries.plans().stream()
                .filter(plan -> Sights.supervises(by, plan.countyId()))
                .forEach(plan -> byTitle.put(
                        Standing.plain(plan.title()), new Target(plan.id(), plan.title(), plan.countyId())));
        return byTitle;
    }

    @Transactional(readOnly = true)
    public Page<ImportSummary> list(Caller caller, Limit limit, @Nullable String cursor) {
        UUID before = cursor == null ? LAST : Cursor.decode(cursor).uuid(0);
        return Page.of(imports.list(caller.sight(), before, limit.plusOne()), limit, one -> Cursor.encode(one.id()));
    }

    @Transactional(readOnly = true)
    public ImportView view(UUID id, Caller caller) {
        LedgerImport found = imports.find(id, caller.sight()).orElseThrow(SheetRefused::notFound);
        return view(found, caller);
    }

    @Transactional(readOnly = true)
    public Page<RowView> rows(UUID id, List<String> states, Limit limit, @Nullable String cursor, Caller caller) {
        LedgerImport found = imports.find(id, caller.sight()).orElseThrow(SheetRefused::notFound);
        long after = cursor == null ? 0 : Cursor.decode(cursor).number(0);
        Look look = look(found, caller);
        List<RowView> rows = look.verdicts.stream()
                .filter(verdict -> verdict.row() > after)
                .filter(verdict ->
                        states.isEmpty() || states.contains(verdict.kind().name()))
                .limit(limit.plusOne())
                .map(verdict -> row(verdict, look))
                .toList();
        return Page.of(rows, limit, row -> Cursor.encode(row.row()));
    }

    @Transactional
    public ImportView change(UUID id, ImportChange change, LongConsumer version, Caller by) {
        LedgerImport before = imports.locked(id, by.sight()).orElseThrow(SheetRefused::notFound);
        version.accept(before.version());
        UUID county = change.county() == null
                ? before.countyId()
                : ownCounty(change.county().id(), by);
        if (county != null && units.countyName(county).isEmpty()) {
            throw SheetRefused.noSuchCounty();
        }
        Choice choice = before.choice().with(layout(before, change));
        if (choice.layout().sheet() != before.choice().layout().sheet() && change.target() == null) {
            choice = proposed(before.fileName(), before.sheets(), choice.layout(), county, by);
        }
        if (change.target() != null) {
            choice = aimed(choice, change.target(), by);
        }
        LedgerImport after = before.chosen(choice, county);
        imports.save(after);
        audit.record("ledger-import-changed", "ledger-import", id, Map.of("version", after.version()));
        return view(after, by);
    }

    private static Layout layout(LedgerImport before, ImportChange change) {
        Layout layout = before.choice().layout();
        if (change.sheet() != null) {
            if (change.sheet() < 0 || change.sheet() >= before.sheets().size()) {
                throw SheetRefused.noSuchSheet();
            }
            layout = Layout.of(before.sheets().get(change.sheet()), change.sheet());
        }
        if (change.headerRow() != null) {
            Grid grid = before.sheets().get(layout.sheet());
            if (grid.rows().stream().noneMatch(row -> row.number() == change.headerRow())) {
                throw SheetRefused.noSuchRow();
            }
            layout = Layout.of(grid, layout.sheet(), change.headerRow());
        }
        return change.columns() == null ? layout : columns(layout, change.columns());
    }

    private static Layout columns(Layout layout, Map<Integer, @Nullable SheetField> chosen) {
        Map<Integer, SheetField> columns = new HashMap<>(layout.columns());
        chosen.forEach((column, field) -> {
            if (field == null) {
                columns.remove(column);
            } else {
                columns.put(column, field);
            }
        });
        columns.values().stream()
                .filter(field -> columns.values().stream()
                                .filter(other -> other == field)
                                .count()
                        > 1)
                .findFirst()
                .ifPresent(field -> {
                    throw SheetRefused.fieldTwice(field.words());
                });
        return new Layout(layout.sheet(), layout.headerFirst(), layout.headerLast(), columns);
    }

    private Choice aimed(Choice choice, ImportChange.Target target, Caller by) {
        if (target.planId() != null) {
            Plan plan = plans.findById(target.planId())
                    .filter(one -> Sights.supervises(by, one.countyId()))
                    .orElseThrow(SheetRefused::noSuchPlan);
            return new Choice(choice.layout(), plan.id(), choice.title(), choice.reportDay());
        }
        return new Choice(
                choice.layout(),
                null,
                target.title() == null ? choice.title() : target.title(),
                target.reportDay() == null ? choice.reportDay() : target.reportDay());
    }

    /** From now on the name means that unit, in this sheet and in later ones of the same county. */
    @Transactional
    public ImportView match(UUID id, String name, UUID unit, Caller by) {
        LedgerImport found = imports.find(id, by.sight()).orElseThrow(SheetRefused::notFound);
        UUID county = target(found, by).countyId();
        if (nameable(county).stream().noneMatch(known -> known.id().equals(unit))) {
            throw SheetRefused.noSuchUnit();
        }
        aliases.learn(county, name, unit, OffsetDateTime.now(clock), by.name());
        audit.record("unit-name-matched", "unit", unit, Map.of("name", name, "import", id));
        return view(found, by);
    }

    /** The rows in error as they were sent, each with what is wrong with it. */
    @Transactional(readOnly = true)
    public ErrorSheet errors(UUID id, Caller caller) {
        LedgerImport found = imports.find(id, caller.sight()).orElseThrow(SheetRefused::notFound);
        return new ErrorSheet(found.fileName(), found.grid(), found.choice().layout(), look(found, caller).verdicts);
    }

    /**
     * Rows in error stay out, the others come in.
     *
     * @param dryRun true where it is only told what would be done
     * @param whole true where a single row in error keeps all out
     * @throws SheetRefused where there is nothing to import, or it was imported before
     */
    @Transactional
    public ImportOutcome adopt(UUID id, boolean dryRun, boolean whole, LongConsumer version, Caller by) {
        LedgerImport before = imports.locked(id, by.sight()).orElseThrow(SheetRefused::notFound);
        version.accept(before.version());
        before.requireOpen();
        if (!before.choice().layout().found()) {
            throw SheetRefused.noHeadings();
        }
        Look look = look(before, by);
        Set<UUID> touched = new LinkedHashSet<>();
        look.in(Kind.CREATE, Kind.UPDATE)
                .map(Verdict::planId)
                .filter(Objects::nonNull)
                .forEach(touched::add);
        if (dryRun) {
            return look.outcome(true, touched);
        }
        if (whole && look.count(Kind.ERROR) > 0) {
            throw SheetRefused.rowsInError(look.count(Kind.ERROR));
        }
        if (look.count(Kind.CREATE) + look.count(Kind.UPDATE) + look.count(Kind.UNCHANGED) == 0) {
            throw SheetRefused.nothingToImport();
        }
        ledger.hold(touched);
        String words = "导入台账《%s》".formatted(before.fileName());
        create(before, look, words).forEach(touched::add);
        look.in(Kind.UPDATE)
                .forEach(verdict -> ledger.revise(
                        Objects.requireNonNull(verdict.taskId()), Objects.requireNonNull(verdict.content()), words));
        ImportOutcome outcome = look.outcome(false, touched);
        imports.save(before.adopted(outcome));
        audit.record("ledger-imported", "ledger-import", id, outcome);
        return outcome;
    }

    private List<UUID> create(LedgerImport adopted, Look look, String words) {
        Map<@Nullable UUID, List<NewTask>> tasks = new LinkedHashMap<>();
        look.in(Kind.CREATE)
                .sorted(Comparator.comparingInt(Verdict::ordinal))
                .forEach(verdict -> tasks.computeIfAbsent(verdict.planId(), plan -> new ArrayList<>())
                        .add(task(verdict)));
        List<UUID> opened = new ArrayList<>();
        tasks.forEach((plan, added) -> {
            if (plan != null) {
                ledger.add(plan, added, words);
                return;
            }
            Choice choice = adopted.choice();
            opened.add(ledger.adopt(
                            new NewPlan(
                                    choice.title(),
                                    null,
                                    null,
                                    null,
                                    "LEDGER",
                                    Plan.Source.LEDGER,
                                    null,
                                    adopted.countyId(),
                                    choice.reportDay(),
                                    List.of()),
                            added)
                    .id());
        });
        return opened;
    }

    private static NewTask task(Verdict verdict) {
        TaskContent content = Objects.requireNonNull(verdict.content());
        return new NewTask(
                verdict.ordinal(),
                content.title(),
                content.body(),
                content.dueOn(),
                content.standing(),
                content.indicators(),
                content.leads(),
                content.cooperators(),
                null,
                content.number(),
                content.remark(),
                verdict.progress(),
                verdict.closed());
    }

    @Transactional
    public void discard(UUID id, LongConsumer version, Caller by) {
        LedgerImport before = imports.locked(id, by.sight()).orElseThrow(SheetRefused::notFound);
        version.accept(before.version());
        imports.save(before.discarded());
        audit.record("ledger-import-discarded", "ledger-import", id, Map.of());
    }

    /** What a sheet means to the ledger at this moment. */
    private record Look(List<Verdict> verdicts, Standing ledger) {
        Stream<Verdict> in(Kind... kinds) {
            return verdicts.stream().filter(verdict -> Arrays.asList(kinds).contains(verdict.kind()));
        }

        int count(Kind kind) {
            return (int) in(kind).count();
        }

        ImportOutcome outcome(boolean dryRun, Collection<UUID> plans) {
            return new ImportOutcome(
                    dryRun,
                    count(Kind.CREATE),
                    count(Kind.UPDATE),
                    count(Kind.UNCHANGED),
                    count(Kind.ERROR),
                    count(Kind.SKIPPED),
                    List.copyOf(plans));
        }
    }

    private Target target(LedgerImport found, Caller caller) {
        Choice choice = found.choice();
        if (choice.planId() == null) {
            return new Target(null, choice.title(), found.countyId());
        }
        Plan plan = plans.findById(choice.planId())
                .filter(one -> Sights.supervises(caller, one.countyId()))
                .orElseThrow(SheetRefused::noSuchPlan);
        return new Target(plan.id(), plan.title(), plan.countyId());
    }

    private Look look(LedgerImport found, Caller caller) {
        LedgerRows rows = new LedgerRows(found.grid(), found.choice().layout());
        Target target = target(found, caller);
        Map<String, Target> known = plansOf(caller);
        Map<UUID, LedgerEntry> byId = byId(rows, caller);
        Set<UUID> involved = new LinkedHashSet<>();
        if (target.id() != null) {
            involved.add(target.id());
        }
        rows.rows().stream()
                .map(row -> known.get(Standing.plain(new RowCells(row).text(SheetField.PLAN))))
                .filter(Objects::nonNull)
                .map(Target::id)
                .filter(Objects::nonNull)
                .forEach(involved::add);
        Map<UUID, List<LedgerEntry>> ofPlans = new HashMap<>();
        involved.forEach(plan -> ofPlans.put(plan, entries.ofPlan(plan)));
        Standing standing =
                new Standing(target, known, byId, ofPlans, refs(byId, ofPlans), names(), reader, LocalDate.now(clock));
        return new Look(Comparison.of(rows, found.choice().layout(), standing), standing);
    }

    private Map<UUID, UnitRef> refs(Map<UUID, LedgerEntry> byId, Map<UUID, List<LedgerEntry>> ofPlans) {
        Map<UUID, UnitRef> refs = new HashMap<>();
        units.registered().forEach(unit -> refs.put(unit.id(), unit.ref()));
        Set<UUID> others = Stream.concat(
                        byId.values().stream(), ofPlans.values().stream().flatMap(List::stream))
                .flatMap(entry ->
                        Stream.concat(entry.content().leads().stream(), entry.content().cooperators().stream()))
                .filter(unit -> !refs.containsKey(unit))
                .collect(Collectors.toSet());
        refs.putAll(units.refs(others));
        return refs;
    }

    private Function<@Nullable UUID, Function<String, NamedUnit>> names() {
        Map<UUID, Function<String, NamedUnit>> byCounty = new HashMap<>();
        UUID city = new UUID(0, 0);
        return county -> byCounty.computeIfAbsent(
                county == null ? city : county, key -> UnitNames.matcher(nameable(county), aliases.of(county)));
    }

    /** A county's plans name its own units and the city's; the city's name its own, and a county's by their full names. */
    private List<KnownUnit> nameable(@Nullable UUID county) {
        if (county != null) {
            return units.nameableIn(county);
        }
        return units.registered().stream()
                .map(unit -> unit.countyId() == null
                        ? unit
                        : new KnownUnit(
                                unit.id(),
                                unit.name(),
                                unit.name(),
                                List.of(),
                                unit.level(),
                                unit.countyId(),
                                unit.countyName(),
                                false,
                                unit.version()))
                .toList();
    }

    private ImportView view(LedgerImport found, Caller caller) {
        Look look = look(found, caller);
        Layout layout = found.choice().layout();
        Target target = target(found, caller);
        UUID county = found.countyId();
        return new ImportView(
                found.id(),
                found.fileName(),
                found.state().name(),
                found.version(),
                BusinessTime.at(found.createdAt()),
                found.createdBy(),
                county,
                county == null ? null : units.countyName(county).orElse(null),
                sheetViews(found),
                layout.sheet(),
                layout.headerFirst() == 0 ? null : layout.headerFirst(),
                layout.headerFirst() == 0 ? 0 : layout.headerLast() - layout.headerFirst() + 1,
                columns(found.grid(), layout),
                Arrays.stream(SheetField.values())
                        .map(field -> new FieldView(field, field.words()))
                        .toList(),
                new TargetView(target.id(), target.title(), found.choice().reportDay()),
                new CountsView(
                        look.count(Kind.CREATE),
                        look.count(Kind.UPDATE),
                        look.count(Kind.UNCHANGED),
                        look.count(Kind.ERROR),
                        look.count(Kind.SKIPPED),
                        (int) look.in(Kind.CREATE, Kind.UPDATE, Kind.UNCHANGED)
                                .filter(verdict -> !verdict.notes().isEmpty())
                                .count()),
                unknownNames(look),
                found.outcome());
    }

    private static List<SheetView> sheetViews(LedgerImport found) {
        List<SheetView> views = new ArrayList<>();
        for (Grid grid : found.sheets()) {
            views.add(new SheetView(views.size(), grid.name(), grid.rows().size()));
        }
        return views;
    }

    private static List<ColumnView> columns(Grid grid, Layout layout) {
        Grid.Looking looking = grid.looking();
        List<ColumnView> columns = new ArrayList<>();
        for (int column = 0; column < grid.width(); column++) {
            String heading = Layout.heading(looking, layout, column);
            List<String> samples = samples(grid, looking, layout, column);
            if (!heading.isEmpty() || !samples.isEmpty()) {
                columns.add(new ColumnView(
                        column,
                        CellReference.convertNumToColString(column),
                        heading,
                        grid.hidden().contains(column),
                        samples,
                        layout.columns().get(column)));
            }
        }
        return columns;
    }

    private static List<String> samples(Grid grid, Grid.Looking looking, Layout layout, int column) {
        return grid.rows().stream()
                .filter(row -> row.number() > layout.headerLast())
                .map(row -> looking.at(row.number(), column))
                .filter(Objects::nonNull)
                .map(cell -> CellWords.oneLine(cell.text()))
                .distinct()
                .limit(SAMPLES)
                .map(words -> words.length() <= LONGEST_SAMPLE ? words : words.substring(0, LONGEST_SAMPLE) + "…")
                .toList();
    }

    private static List<NamedView> unknownNames(Look look) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, List<UnitRef>> candidates = new HashMap<>();
        look.in(Kind.ERROR).flatMap(verdict -> verdict.notes().stream()).forEach(note -> {
            if (note.name() != null) {
                rows.merge(note.name(), 1, Integer::sum);
                candidates.put(note.name(), note.candidates());
            }
        });
        return rows.entrySet().stream()
                .map(name -> new NamedView(
                        name.getKey(), candidates.getOrDefault(name.getKey(), List.of()), name.getValue()))
                .toList();
    }

    private static RowView row(Verdict verdict, Look look) {
        TaskContent content = verdict.content();
        UUID county = countyOf(verdict, look.ledger);
        return new RowView(
                verdict.row(),
                verdict.kind().name(),
                verdict.taskId(),
                verdict.ordinal() == 0 ? null : verdict.ordinal(),
                verdict.title(),
                content == null ? null : content.body(),
                content == null ? List.of() : names(content.leads(), look.ledger, county),
                content == null ? List.of() : names(content.cooperators(), look.ledger, county),
                content == null ? null : content.dueOn(),
                content != null && content.standing(),
                content == null
                        ? List.of()
                        : content.indicators().stream().map(Indicator::text).toList(),
                content == null ? null : content.number(),
                content == null ? null : content.remark(),
                verdict.progress(),
                verdict.closed(),
                verdict.changes().stream()
                        .map(change ->
                                new ChangeView(change.field(), change.field().words(), change.from(), change.to()))
                        .toList(),
                verdict.notes().stream().map(SheetImport::note).toList());
    }

    private static @Nullable UUID countyOf(Verdict verdict, Standing ledger) {
        LedgerEntry known = verdict.taskId() == null ? null : ledger.byId().get(verdict.taskId());
        return known == null ? ledger.target().countyId() : known.countyId();
    }

    private static NoteView note(Note note) {
        return new NoteView(note.error(), note.field(), note.words(), note.name(), note.candidates());
    }

    private static List<String> names(List<UUID> named, Standing ledger, @Nullable UUID county) {
        return named.stream()
                .map(unit -> CellWords.units(List.of(unit), ledger.units(), county))
                .toList();
    }
}
