package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** 职责 paragraphs: runs of items that each begin with a unit, or several, and say what it owes. */
final class Duties {
    private static final Pattern OWES = Pattern.compile("(?:主要|具体)?(?:负责|承担|牵头)");
    private static final Pattern MEMBERS_TOO =
            Pattern.compile("^(?:成员|组成|参加|参与)(?:单位|部门)?(?:及其|及|和|与|、).{0,6}(?:职责|分工|任务)");
    private static final Pattern INTRODUCED = Pattern.compile("^[^：:，。]{0,10}(?:分工|职责)[^：:，。]{0,6}[：:]");
    private static final Pattern UNIT_COLUMN = Pattern.compile("(?:成员|责任|组成)?(?:单位|部门)(?:名称|（单位）|（部门）)?");
    private static final Pattern TASK_COLUMN = Pattern.compile("(?:重点|工作|主要|具体)?(?:任务|事项|措施|工作|项目)(?:内容|名称)?");
    private static final Pattern DUTY_COLUMN = Pattern.compile("(?:主要|具体|工作|部门|单位){0,3}(?:职责|职能|分工)(?:任务|分工|内容|要求)?");
    private static final int LONGEST_PROSE = 4_000;
    private static final int FEWEST = 3;

    private final DocumentKind kind;
    private final List<Reading.Duty> found = new ArrayList<>();
    private final Set<Span> sources = new HashSet<>();
    // what stands in a run of duties is no task
    private final Set<Section> sections = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<String> members;
    // 二、成员单位及职责
    private final List<Passage> named = new ArrayList<>();
    // of each duty found, in the same order
    private final List<Passage> units = new ArrayList<>();

    private Duties(Section root, DocumentKind kind, Set<String> members) {
        this.kind = kind;
        this.members = members;
        read(root);
        found.sort(Comparator.comparingInt(duty -> duty.source().start()));
    }

    /** @param members the names that the document lists as members */
    static Duties of(Section root, DocumentKind kind, Set<String> members) {
        var duties = new Duties(root, kind, members);
        // one or two such items are a manner of speaking, not a division of duties
        if (duties.found.size() < FEWEST) {
            duties.found.clear();
            duties.named.clear();
            duties.sections.clear();
            duties.sources.clear();
        }
        return duties;
    }

    List<Reading.Duty> found() {
        return List.copyOf(found);
    }

    /** Whether the line is a row that says what a unit owes. */
    boolean has(Passage row) {
        return sources.contains(row.span());
    }

    /** Whether the section says what one unit owes, or holds nothing but such sections. */
    boolean has(Section section) {
        return sections.contains(section);
    }

    private void read(Section section) {
        boolean headed = section.isUnder(Topic.DUTIES);
        if (!headed && Topic.of(section) == Topic.TASKS) {
            return;
        }
        boolean naming = section.heading().has(MEMBERS_TOO);
        int from = found.size();
        lines(section.body, headed);
        int before = sections.size();
        boolean run = headed || isRun(section);
        var articles = run ? Set.<Section>of() : among(section);
        for (var child : section.children) {
            if (!item(child, run || articles.contains(child))) {
                read(child);
            }
        }
        if (naming) {
            named.addAll(units.subList(from, units.size()));
        }
        if ((sections.size() - before) * 2 > section.children.size() && !section.children.isEmpty()) {
            sections.add(section);
        }
    }

    // nothing but units, each with what it owes, needs no heading that says so
    private boolean isRun(Section section) {
        var topic = Topic.of(section);
        boolean rules = kind == DocumentKind.CONFERENCE_RULES || kind == DocumentKind.WORK_MECHANISM;
        if (!rules || topic == Topic.TASKS || topic == Topic.PHASES || section.children.size() < FEWEST) {
            return false;
        }
        long starts = section.children.stream()
                .filter(child -> UnitStart.of(child.head, true).isPresent())
                .count();
        return starts * 5 >= section.children.size() * 4L;
    }

    // 第三条 县教育局负责…… 第四条 县公安局负责……: among other articles those one after another that say what members owe
    private Set<Section> among(Section section) {
        Set<Section> run = Collections.newSetFromMap(new IdentityHashMap<>());
        if (kind != DocumentKind.CONFERENCE_RULES && kind != DocumentKind.WORK_MECHANISM
                || Topic.of(section) == Topic.TASKS) {
            return run;
        }
        var current = new ArrayList<Section>();
        for (var child : section.children) {
            boolean owes = UnitStart.of(child.head, true)
                    .filter(start -> start.text().matcher(OWES).lookingAt()
                            && start.units().stream().allMatch(unit -> members.contains(unit.text())))
                    .isPresent();
            if (owes) {
                current.add(child);
            } else {
                current.clear();
            }
            if (current.size() >= FEWEST) {
                run.addAll(current);
            }
        }
        return run;
    }

    /** The units of the duties where their heading says that they are the members. */
    List<Passage> members() {
        return List.copyOf(named);
    }

    private boolean item(Section section, boolean headed) {
        if (prose(section.head)) {
            return true;
        }
        var start = UnitStart.of(section.head, headed).orElse(null);
        if (start == null) {
            return false;
        }
        var below = section.below().toList();
        if (start.manner() == UnitStart.Manner.ALONE) {
            if (below.isEmpty()) {
                return false;
            }
            add(start.units(), unnumbered(below), section.content().span());
        } else {
            add(start.units(), start.text(), section.content().span());
            // the last of them may stand without a number
            lines(section.body, false);
        }
        sections.add(section);
        return true;
    }

    private static Passage unnumbered(List<Passage> lines) {
        var text = Passage.lines(lines);
        var marker = Marker.of(text.text());
        return marker == null ? text : text.from(marker.length()).strip();
    }

    private void lines(List<Passage> paragraphs, boolean headed) {
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            int rows = table(paragraphs.subList(i, paragraphs.size()));
            if (rows > 0) {
                i += rows;
                continue;
            }
            var start = UnitStart.of(paragraph, headed).orElse(null);
            if (prose(paragraph) || start == null) {
                continue;
            }
            if (start.manner() != UnitStart.Manner.ALONE) {
                add(start.units(), start.text(), paragraph.span());
            } else {
                int end = i + 1;
                // 指导各有关单位…… below a unit's name begins with units too
                while (end < paragraphs.size() && !isNext(paragraphs.get(end), headed)) {
                    end++;
                }
                if (end > i + 1) {
                    var below = paragraphs.subList(i + 1, end);
                    add(
                            start.units(),
                            unnumbered(below),
                            new Span(
                                    paragraph.span().start(),
                                    below.getLast().span().end()));
                    i = end - 1;
                }
            }
        }
    }

    // a table whose headings are 成员单位 and 主要职责 needs no other heading; how many rows it has
    private int table(List<Passage> lines) {
        if (!lines.getFirst().contains("\t")) {
            return 0;
        }
        var headings = Tables.cells(lines.getFirst());
        int units = column(headings, UNIT_COLUMN);
        int text = column(headings, DUTY_COLUMN);
        if (units < 0 || text < 0 || column(headings, TASK_COLUMN) >= 0) {
            return 0;
        }
        int row = 1;
        for (; row < lines.size() && lines.get(row).contains("\t"); row++) {
            var cells = Tables.cells(lines.get(row));
            if (Math.max(units, text) < cells.size() && !cells.get(text).isEmpty()) {
                add(
                        UnitList.of(cells.get(units)),
                        cells.get(text),
                        lines.get(row).span());
            }
        }
        return row - 1;
    }

    private static int column(List<Passage> headings, Pattern heading) {
        return IntStream.range(0, headings.size())
                .filter(i -> heading.matcher(headings.get(i).text().replaceAll("\\s", ""))
                        .matches())
                .findFirst()
                .orElse(-1);
    }

    private static boolean isNext(Passage line, boolean headed) {
        return UnitStart.of(line, headed)
                .filter(start -> start.manner() == UnitStart.Manner.ALONE
                        || start.manner() == UnitStart.Manner.APART
                                && start.units().stream().noneMatch(unit -> UnitName.isWildcard(unit.text())))
                .isPresent();
    }

    // 甲局负责……；乙局负责……；丙局负责……。
    private boolean prose(Passage paragraph) {
        var parts = new ArrayList<UnitStart>();
        int owing = 0;
        for (var sentence : paragraph.length() > LONGEST_PROSE ? List.<Passage>of() : Clauses.sentences(paragraph)) {
            // 各成员单位分工：甲局……
            var said = sentence.stripLeading(INTRODUCED);
            int end = said.contains("\t") ? -1 : SpokenUnits.subjectEnd(said);
            if (end > 0) {
                owing += said.from(end).matcher(OWES).lookingAt() ? 1 : 0;
                parts.add(new UnitStart(UnitList.of(said.slice(0, end)), said.from(end), UnitStart.Manner.SUBJECT));
            }
        }
        // 市财政局落实经费 among sentences that say 负责
        if (owing < FEWEST && (owing < 2 || parts.size() <= FEWEST)) {
            return false;
        }
        parts.forEach(part -> add(
                part.units(),
                part.text(),
                new Span(
                        part.units().getFirst().span().start(),
                        part.text().span().end())));
        return true;
    }

    private void add(List<Passage> names, Passage text, Span span) {
        // a third column is no part of the duty
        int tab = text.text().indexOf('\t');
        var said = tab > 0 ? text.slice(0, tab) : text;
        for (var unit : names) {
            found.add(new Reading.Duty(unit.written(), Tasks.startOf(said), said.written(), span, 0.95));
            sources.add(span);
            units.add(unit);
        }
    }
}
