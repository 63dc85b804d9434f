package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the numbered tasks of a document and reads each. */
final class Tasks {
    private static final int START = 12;
    private static final int LONGEST_TITLE = 40;
    // 任务内容：…… says what the words are
    private static final Pattern CONTENT =
            Pattern.compile("^(?:(?:任务|工作|建设|主要|具体|实施|整改|事项)(?:内容|名称|事项|措施)|任务|事项)[：:]\\s*");
    private static final Pattern BEGINNING = Pattern.compile("每|起$|以?后$|开始|启动");

    private final Section root;
    private final DocumentKind kind;
    private final Duties duties;
    private final ResponsibleUnits responsible;
    private final Responsibility responsibility;
    private final Groups groups;
    private final Titled titled;
    private final List<Units> forAll;
    private final Moment moment;

    /** @param label what a reader calls the task by: its number and heading */
    record Found(Reading.Task task, Units units, Passage label, Passage whole) {}

    Tasks(Section root, DocumentKind kind, Notation notation, Duties duties, Moment moment) {
        this.root = root;
        this.kind = kind;
        this.duties = duties;
        this.responsibility = new Responsibility(notation);
        this.forAll = notation.forAll().stream().map(Tasks::settled).toList();
        this.groups = new Groups(root, notation, responsibility);
        this.titled = Titled.in(root, responsibility);
        this.responsible = new ResponsibleUnits(responsibility);
        this.moment = moment;
    }

    /** The tasks in the document's order. Rows of a table take the place of numbered tasks that name nobody. */
    List<Found> in(List<Passage> paragraphs) {
        var rows = new Tables(responsibility)
                .in(paragraphs).stream().filter(row -> !duties.has(row.line())).toList();
        var units = units(new Spans(rows.stream().map(row -> row.line().span()).toList()));
        var sections = sections(units);
        var found = new ArrayList<Found>();
        if (rows.isEmpty() || sections.stream().anyMatch(units::names)) {
            sections.forEach(section -> found.add(read(found.size() + 1, section, units.of(section))));
        }
        rows.forEach(row -> found.add(read(found.size() + 1, row)));
        return found;
    }

    /** The tasks that name units; what rules of a conference number otherwise is no task. */
    List<Found> withUnits() {
        var units = units(new Spans(List.of()));
        var found = new ArrayList<Found>();
        sections(units).stream()
                .filter(section -> !units.of(section).isEmpty())
                .forEach(section -> found.add(read(found.size() + 1, section, units.of(section))));
        return found;
    }

    private SectionUnits units(Spans rows) {
        return new SectionUnits(kind, responsible, titled, groups, rows);
    }

    private List<Section> sections(SectionUnits units) {
        return new TaskSections(kind, duties, titled, groups, units, moment).in(root);
    }

    private Found read(int ordinal, Section section, Units given) {
        var whole = section.content();
        var label = section.label.slice(
                0,
                section.label.length()
                        - section.head.length()
                        + section.heading().length());
        var source = new Span(
                Math.min(label.span().start(), whole.span().start()),
                whole.span().end());
        var units = withThoseOfAll(groups.of(section, ordinal, responsible.in(whole, given)));
        var due = Stream.concat(DueDays.ofTask(whole, moment).stream(), besideUnits(whole).stream())
                .max(Comparator.comparing(DueDays.Due::on));
        return new Found(task(ordinal, withoutExpressions(whole), units, due, source), units, label, whole);
    }

    // （甲牵头，乙配合；2025年12月31日）
    private List<DueDays.Due> besideUnits(Passage whole) {
        return Expressions.in(whole).stream()
                .flatMap(expression -> UnitList.cut(ResponsibleUnits.inside(expression), "，,；;。\n ").stream())
                .map(Passage::strip)
                .filter(words -> Responsibility.isTime(words.text()) && !words.has(BEGINNING))
                .flatMap(words -> DueDays.within(words, moment).stream())
                .toList();
    }

    private Found read(int ordinal, Tables.Row row) {
        var due =
                row.due().flatMap(words -> DueDays.within(words, moment)).or(() -> DueDays.ofTask(row.text(), moment));
        var units = withThoseOfAll(row.units());
        var task = task(ordinal, row.text(), units, due, row.line().span());
        return new Found(task, units, title(row.text()), row.line());
    }

    private static Units settled(ForAll.Said said) {
        var units = new Units();
        said.names().forEach(name -> units.add(name, said.part()));
        return units.settled();
    }

    private Units withThoseOfAll(Units own) {
        var units = new Units();
        units.addAll(own);
        forAll.forEach(units::addAll);
        return units;
    }

    private static Reading.Task task(int ordinal, Passage text, Units units, Optional<DueDays.Due> due, Span source) {
        var title = title(text);
        var spans = new HashMap<String, Span>();
        spans.put("title", title.span());
        put(spans, "leads", units.leads());
        put(spans, "cooperators", units.cooperators());
        put(spans, "wildcards", units.wildcards());
        due.ifPresent(limit -> spans.put("dueOn", limit.words().span()));
        return new Reading.Task(
                ordinal,
                startOf(text),
                title.written(),
                text.written(),
                Units.texts(units.leads()),
                Units.texts(units.cooperators()),
                Units.texts(units.wildcards()),
                due.map(DueDays.Due::on).orElse(null),
                Indicators.in(text),
                Map.copyOf(spans),
                source,
                confidence(units));
    }

    private Passage withoutExpressions(Passage whole) {
        var text = new Passage.Builder();
        int from = 0;
        for (var expression : Expressions.in(whole)) {
            int at = whole.indexAt(expression.span().start());
            text.append(whole.slice(from, Math.max(from, at)));
            from = Math.max(from, Math.min(whole.length(), at + expression.length()));
        }
        text.append(whole.from(from));
        return text.build().strip().stripLeading(CONTENT);
    }

    private static double confidence(Units units) {
        boolean shaped = units.leads().stream().allMatch(name -> UnitName.hasShape(name.text()))
                && units.cooperators().stream().allMatch(name -> UnitName.hasShape(name.text()));
        if (units.leads().isEmpty()) {
            return 0.5;
        }
        return shaped && units.wildcards().isEmpty() ? 0.95 : 0.7;
    }

    static String startOf(Passage text) {
        var words = text.written().replace("\n", "");
        return words.length() > START ? words.substring(0, START) : words;
    }

    static Passage title(Passage text) {
        var sentences = Clauses.sentences(text);
        var title = sentences.isEmpty() ? text : sentences.getFirst();
        if (title.length() > LONGEST_TITLE) {
            title = Clauses.clauses(title).getFirst();
        }
        return title.length() > LONGEST_TITLE ? title.slice(0, LONGEST_TITLE) : title;
    }

    private static void put(Map<String, Span> spans, String field, List<Passage> names) {
        if (!names.isEmpty()) {
            int start =
                    names.stream().mapToInt(name -> name.span().start()).min().orElseThrow();
            int end = names.stream().mapToInt(name -> name.span().end()).max().orElseThrow();
            spans.put(field, new Span(start, end));
        }
    }
}
