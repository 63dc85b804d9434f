package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the numbered tasks of a document and reads each. */
final class Tasks {
    private static final int START = 12;
    private static final int LONGEST_TITLE = 40;

    private final ResponsibleUnits responsible;
    private final Responsibility responsibility;
    private final Notation notation;
    private final LocalDate spoken;
    private final WorkingDays workingDays;

    Tasks(Notation notation, LocalDate spoken, WorkingDays workingDays) {
        this.notation = notation;
        this.responsibility = new Responsibility(notation);
        this.responsible = new ResponsibleUnits(responsibility);
        this.spoken = spoken;
        this.workingDays = workingDays;
    }

    /** The sections that are tasks: those that name units of their own; in a section headed 任务 all that are numbered. */
    List<Section> sections(Section root) {
        var tasks = new ArrayList<Section>();
        root.children.forEach(section -> collect(section, tasks));
        return tasks;
    }

    private void collect(Section section, List<Section> tasks) {
        var topic = Topic.of(section);
        if (topic == Topic.PHASES
                || topic == Topic.DUTIES
                || topic == Topic.MEMBERS
                || topic == Topic.GOALS && !names(section)) {
            return;
        }
        boolean headed = topic == Topic.TASKS && section.depth() <= Marker.Style.HAN_BRACKET.ordinal();
        if (headed && section.children.isEmpty() && section.parent != null && section.parent.marker != null) {
            headed = false;
        }
        if (headed && !names(section)) {
            section.children.forEach(child -> unnamed(child, tasks));
        } else if (names(section)) {
            named(section, tasks, headed);
        }
    }

    // one bracket at the end of a section speaks for all of it; a bracket for each child makes each a task
    private void named(Section section, List<Section> tasks, boolean headed) {
        long naming = section.children.stream().filter(this::names).count();
        boolean own = responsible.namesUnits(own(section));
        boolean lastOnly = naming == 1 && names(section.children.getLast()) && section.children.size() > 1;
        if (naming == 0
                || own && naming < section.children.size()
                || lastOnly && !headed && !deep(section.children.getLast())) {
            tasks.add(section);
            return;
        }
        for (var child : section.children) {
            if (names(child)) {
                named(child, tasks, headed);
            } else if (headed) {
                unnamed(child, tasks);
            }
        }
    }

    private static boolean deep(Section section) {
        return !section.children.isEmpty();
    }

    // where no units are named, a heading with nothing but numbered measures under it is a group
    private void unnamed(Section section, List<Section> tasks) {
        boolean group = !section.children.isEmpty() && section.body.isEmpty() && !section.head.contains("。");
        if (group) {
            section.children.forEach(child -> unnamed(child, tasks));
        } else {
            tasks.add(section);
        }
    }

    private boolean names(Section section) {
        return responsible.namesUnits(section.content());
    }

    private static Passage own(Section section) {
        var parts = new ArrayList<Passage>();
        parts.add(section.head);
        parts.addAll(section.body);
        return Passage.lines(parts);
    }

    Reading.Task read(int ordinal, Section section, LocalDate spokenHere) {
        var whole = section.content();
        var text = withoutExpressions(whole);
        var units = responsible.in(whole);
        for (var rule : notation.forAll()) {
            units.addAll(responsible.in(rule));
        }
        var spans = new HashMap<String, Span>();
        put(spans, "leads", units.leads());
        put(spans, "cooperators", units.cooperators());
        put(spans, "wildcards", units.wildcards());
        var due = due(whole, spokenHere);
        due.ifPresent(limit -> spans.put("dueOn", limit.words().span()));
        var title = title(text);
        spans.put("title", title.span());
        return new Reading.Task(
                ordinal,
                startOf(text),
                title.text(),
                text.text(),
                Units.texts(units.leads()),
                Units.texts(units.cooperators()),
                Units.texts(units.wildcards()),
                due.map(DueDays.Due::on).orElse(null),
                Indicators.in(text),
                Map.copyOf(spans),
                section.label.span().start() <= whole.span().start()
                        ? new Span(section.label.span().start(), whole.span().end())
                        : whole.span(),
                confidence(units));
    }

    private Optional<DueDays.Due> due(Passage text, LocalDate spokenHere) {
        return DueDays.last(text, spokenHere, workingDays);
    }

    private Passage withoutExpressions(Passage whole) {
        var text = whole;
        for (var expression : responsible.expressions(whole)) {
            int at = indexOf(text, expression.span().start());
            if (at >= 0) {
                text = text.without(at, Math.min(text.length(), at + expression.length()));
            }
        }
        return text.strip();
    }

    private static int indexOf(Passage text, int raw) {
        for (int i = 0; i < text.length(); i++) {
            if (text.rawAt(i) == raw) {
                return i;
            }
        }
        return -1;
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
        var words = text.text().replace("\n", "");
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
