package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the numbered tasks of a document and reads each. */
final class Tasks {
    private static final int START = 12;
    private static final int LONGEST_TITLE = 40;
    private static final Set<Topic> SKIPPED = EnumSet.of(Topic.PHASES, Topic.DUTIES, Topic.MEMBERS);
    private static final Set<Topic> STATED = EnumSet.of(Topic.GOALS, Topic.SAFEGUARDS, Topic.RULES);
    private static final Set<Topic> DIVIDING = EnumSet.of(Topic.TASKS, Topic.PHASES, Topic.GOALS, Topic.DUTIES);

    // 三、任务分工 holds tasks where it says 责任单位：
    private static final Pattern LABELLED = Pattern.compile("(?:牵头|责任|配合|主办|承办)(?:单位|部门)[：:]");
    // 任务内容：…… says what the words are
    private static final Pattern CONTENT =
            Pattern.compile("^(?:(?:任务|工作|建设|主要|具体|实施|整改|事项)(?:内容|名称|事项|措施)|任务|事项)[：:]\\s*");
    private static final Pattern BEGINNING = Pattern.compile("每|起$|以?后$|开始|启动");
    private final Map<Section, Boolean> named = new IdentityHashMap<>();
    private final Map<Section, Units> given = new IdentityHashMap<>();
    private final Map<Section, Boolean> runningOn = new IdentityHashMap<>();
    private final DocumentKind kind;
    private final Duties duties;
    private final ResponsibleUnits responsible;
    private final Responsibility responsibility;
    private final Groups groups;
    private final Titled titled;
    private final List<Units> forAll;
    private final Moment moment;
    private Spans tables = new Spans(List.of());

    /** @param label what a reader calls the task by: its number and heading */
    record Found(Reading.Task task, Units units, Passage label, Passage whole) {}

    Tasks(Section root, DocumentKind kind, Notation notation, Duties duties, Moment moment) {
        this.kind = kind;
        this.duties = duties;
        this.responsibility = new Responsibility(notation);
        this.forAll = notation.forAll().stream().map(Tasks::given).toList();
        this.groups = new Groups(root, notation, responsibility);
        this.titled = Titled.in(root, responsibility);
        this.responsible = new ResponsibleUnits(responsibility);
        this.moment = moment;
    }

    /** The tasks in the document's order. Rows of a table take the place of numbered tasks that name nobody. */
    List<Found> in(Section root, Manuscript manuscript) {
        var rows = new Tables(responsibility)
                .in(manuscript.paragraphs()).stream()
                        .filter(row -> !duties.has(row.line()))
                        .toList();
        tables = new Spans(rows.stream().map(row -> row.line().span()).toList());
        var sections = sections(root);
        boolean named = sections.stream().anyMatch(this::names);
        var found = new ArrayList<Found>();
        if (rows.isEmpty() || named) {
            sections.forEach(section -> found.add(read(found.size() + 1, section)));
        }
        rows.forEach(row -> found.add(read(found.size() + 1, row)));
        return found;
    }

    /** The tasks that name units; what rules of a conference number otherwise is no task. */
    List<Found> withUnits(Section root, Manuscript manuscript) {
        var sections = sections(root).stream()
                .filter(section -> !given(section).isEmpty())
                .toList();
        var found = new ArrayList<Found>();
        sections.forEach(section -> found.add(read(found.size() + 1, section)));
        return found;
    }

    /** The sections that are tasks: those that name units of their own; in a section headed 任务 all that are numbered. */
    private List<Section> sections(Section root) {
        var tasks = new ArrayList<Section>();
        // what a meeting settled without naming anybody is settled all the same
        boolean minutes = kind == DocumentKind.MINUTES
                && root.children.stream().filter(this::names).count() * 2 > root.children.size();
        if (kind != DocumentKind.CONFERENCE_RULES && root.children.stream().noneMatch(this::names)) {
            if (!told(root, responsible::tellsUnits).isEmpty()) {
                // beside sections that say 由甲牵头 those that say 甲要…… hold tasks too
                var groups = told(root, responsible::mentionsUnits);
                boolean headed = groups.stream().anyMatch(Tasks::isHeaded);
                groups.stream()
                        .filter(group -> !headed || isHeaded(group))
                        .forEach(group -> group.children.forEach(each -> unnamed(each, tasks)));
                return tasks;
            }
        }
        boolean headed = kind == DocumentKind.MINUTES
                && root.children.stream()
                        .anyMatch(section -> Topic.of(section) == Topic.TASKS && section.children.size() > 1);
        for (var section : root.children) {
            if (headed && Topic.of(section) != Topic.TASKS && section.children.isEmpty()) {
                // 三、会议议定事项 holds what was settled, 四、工作调度 does not
                continue;
            }
            if (minutes && !names(section) && Topic.of(section) != Topic.ASIDE) {
                unnamed(section, tasks);
            } else {
                collect(section, tasks);
            }
        }
        return tasks;
    }

    private void collect(Section section, List<Section> tasks) {
        if (duties.has(section) || titled.gives(section)) {
            return;
        }
        if (groups.gives(section)) {
            tasks.addAll(section.children);
            return;
        }
        var topic = Topic.of(section);
        if (SKIPPED.contains(topic)
                        && (topic == Topic.PHASES
                                ? hasPhases(section)
                                : !section.content().has(LABELLED) && !listsTasks(section, topic))
                || topic == Topic.ASIDE && section.children.isEmpty()
                || topic == Topic.GOALS && !names(section)) {
            return;
        }
        if (isCard(section)) {
            tasks.add(section);
            return;
        }
        boolean headed = topic == Topic.TASKS || topic == Topic.DUTIES;
        if (!headed && section.children.stream().map(Topic::of).anyMatch(DIVIDING::contains)) {
            section.children.forEach(child -> collect(child, tasks));
        } else if (names(section)) {
            named(section, tasks, headed, true);
        } else if (headed) {
            section.children.forEach(child -> unnamed(child, tasks));
        }
    }

    // where nothing sets units apart, sentences tell them: 由甲牵头，乙配合
    private List<Section> told(Section section, Predicate<Passage> tells) {
        var groups = new ArrayList<Section>();
        for (var child : section.children) {
            if (holdsNoTasks(child)) {
                continue;
            }
            long telling = child.children.stream()
                    .filter(each -> tells.test(each.content()))
                    .count();
            if (telling > 1 && telling * 2 >= child.children.size()) {
                groups.add(child);
            } else {
                groups.addAll(told(child, tells));
            }
        }
        return groups;
    }

    // beside a heading that says 任务, others hold none
    private static boolean isHeaded(Section section) {
        for (var above = section; above != null && above.marker != null; above = above.parent) {
            if (Topic.of(above) == Topic.TASKS) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsNoTasks(Section section) {
        var topic = Topic.of(section);
        return duties.has(section)
                || STATED.contains(topic)
                || SKIPPED.contains(topic)
                        && !(topic == Topic.PHASES
                                && Phases.in(section, moment.day()).isEmpty());
    }

    // 3.牵头单位：…… is one point of a task
    private boolean isCard(Section section) {
        return section.children.stream()
                .anyMatch(child -> child.children.isEmpty()
                        && child.head.matcher(Roles.LINE_LABEL).lookingAt()
                        && names(child));
    }

    // 三、工作安排 may hold tasks as well
    private boolean hasPhases(Section section) {
        return !names(section) || !Phases.in(section, moment.day()).isEmpty();
    }

    // 任务分工 may head duties of units, or tasks that each name theirs
    private boolean listsTasks(Section section, Topic topic) {
        long naming = section.children.stream()
                .filter(child ->
                        names(child) && !UnitName.hasShape(child.heading().text()))
                .count();
        return topic == Topic.DUTIES && naming > 1 && naming * 2 > section.children.size();
    }

    // one bracket at the end of a section speaks for all of it; a bracket for each child makes each a task
    private void named(Section section, List<Section> tasks, boolean headed, boolean top) {
        if (groups.gives(section)) {
            tasks.addAll(section.children);
            return;
        }
        long naming = section.children.stream().filter(this::leads).count();
        boolean lastOnly = naming == 1 && section.children.size() > 1 && leads(section.children.getLast());
        boolean lastSpeaks = lastOnly
                && !runsOn(section)
                && section.children.getLast().children.isEmpty()
                && (!top || !namesUnits(section.children.getLast().head));
        boolean measures = section.children.stream()
                        .allMatch(child -> child.marker != null && child.marker.style() == Marker.Style.CIRCLED)
                && !runsOn(section)
                && !(top && headed);
        // 1. to 10. go on through the groups, （1） begins anew in each: the document counts its tasks by the former
        boolean counted = section.parent != null && !top && runsOn(section.parent) && !runsOn(section);
        if (naming == 0
                || measures
                || counted
                || isCard(section)
                || lastSpeaks
                || namesItself(section) && naming < section.children.size()) {
            tasks.add(section);
            return;
        }
        for (var child : section.children) {
            if (leads(child)) {
                named(child, tasks, headed, false);
            } else if (headed || naming > 1 && naming * 2 >= section.children.size()) {
                // what stands among tasks under one heading is a task too
                unnamed(child, tasks);
            }
        }
    }

    // ③ is the first of its group, after ② the last of the group before: the numbers count tasks through the document
    private boolean runsOn(Section section) {
        return section.parent != null && runningOn.computeIfAbsent(section.parent, Tasks::countsThrough);
    }

    private static boolean countsThrough(Section groups) {
        int last = 0;
        for (var group : groups.children) {
            if (!group.children.isEmpty()) {
                if (last > 0 && number(group.children.getFirst()) == last + 1) {
                    return true;
                }
                last = number(group.children.getLast());
            }
        }
        return false;
    }

    private static int number(Section section) {
        return section.marker == null ? 0 : section.marker.number();
    }

    // where no units are named, a heading with nothing but numbered measures under it is a group
    private void unnamed(Section section, List<Section> tasks) {
        boolean group = !section.children.isEmpty() && section.body.isEmpty() && !section.head.contains("。");
        if (groups.gives(section)) {
            tasks.addAll(section.children);
        } else if (group) {
            section.children.forEach(child -> unnamed(child, tasks));
        } else {
            tasks.add(section);
        }
    }

    private boolean names(Section section) {
        return named.computeIfAbsent(
                section,
                each -> kind == DocumentKind.MINUTES
                        ? responsible.mentionsUnits(each.content())
                        : !given(each).isEmpty());
    }

    // ① …（乙局配合） is a measure of the task that another bracket gives to its lead
    private boolean leads(Section section) {
        return groups.gives(section)
                || names(section) && (kind == DocumentKind.MINUTES || !onlyCooperators(given(section)));
    }

    // brackets and lines that name units are read once, however often they are asked for
    // what a row names, it names for itself and not for the section that the table stands in
    private Passage withoutRows(Passage content) {
        if (!content.contains("\t") || !tables.overlaps(content.span())) {
            return content;
        }
        return Passage.lines(UnitList.cut(content, "\n").stream()
                .filter(line -> line.isEmpty() || !tables.contains(line.span()))
                .toList());
    }

    private Units given(Section section) {
        return given.computeIfAbsent(section, each -> {
            var units = responsible.set(withoutRows(each.content()));
            var elsewhere = titled.of(each);
            if (elsewhere != null) {
                units.addAll(elsewhere);
            }
            return units;
        });
    }

    private static boolean onlyCooperators(Units units) {
        var settled = units.settled();
        return settled.leads().isEmpty() && !settled.cooperators().isEmpty();
    }

    private boolean namesItself(Section section) {
        return namesUnits(own(section));
    }

    // minutes give units their part in the sentence
    private boolean namesUnits(Passage words) {
        return kind == DocumentKind.MINUTES ? responsible.mentionsUnits(words) : responsible.namesUnits(words);
    }

    private static Passage own(Section section) {
        var parts = new ArrayList<Passage>();
        parts.add(section.head);
        parts.addAll(section.body);
        return Passage.lines(parts);
    }

    private Found read(int ordinal, Section section) {
        var whole = section.content();
        var label = section.label.slice(
                0,
                section.label.length()
                        - section.head.length()
                        + section.heading().length());
        var source = new Span(
                Math.min(label.span().start(), whole.span().start()),
                whole.span().end());
        var units = withThoseOfAll(groups.of(section, ordinal, responsible.in(whole, given(section))));
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

    private static Units given(ForAll.Said said) {
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
