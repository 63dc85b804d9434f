package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;

/** The units that each section names, read once however often they are asked for. */
final class SectionUnits {
    private final DocumentKind kind;
    private final ResponsibleUnits responsible;
    private final Titled titled;
    private final Groups groups;
    // what a row names, it names for itself and not for the section that the table stands in
    private final Spans rows;
    private final Map<Section, Boolean> naming = new IdentityHashMap<>();
    private final Map<Section, Units> given = new IdentityHashMap<>();

    SectionUnits(DocumentKind kind, ResponsibleUnits responsible, Titled titled, Groups groups, Spans rows) {
        this.kind = kind;
        this.responsible = responsible;
        this.titled = titled;
        this.groups = groups;
        this.rows = rows;
    }

    /** Units from brackets, from lines of their own and from a section that gives them to this one by its heading. */
    Units of(Section section) {
        return given.computeIfAbsent(section, each -> {
            var units = responsible.set(withoutRows(each.content()));
            var elsewhere = titled.of(each);
            if (elsewhere != null) {
                units.addAll(elsewhere);
            }
            return units;
        });
    }

    boolean names(Section section) {
        return naming.computeIfAbsent(
                section, each -> kind == DocumentKind.MINUTES ? mentions(each) : !of(each).isEmpty());
    }

    // ① …（乙局配合） is a measure of the task that another bracket gives to its lead
    boolean leads(Section section) {
        return groups.gives(section)
                || names(section) && (kind == DocumentKind.MINUTES || !onlyCooperators(of(section)));
    }

    /** Whether units are named in any way, in the sentence too. */
    boolean mentions(Section section) {
        return responsible.mentionsUnits(section.content());
    }

    /** Whether a sentence says 由甲牵头 or the like. */
    boolean tells(Section section) {
        return responsible.tellsUnits(section.content());
    }

    /** Whether its own paragraphs name units, not only what is numbered under it. */
    boolean namesInItself(Section section) {
        var own = new ArrayList<Passage>();
        own.add(section.head);
        own.addAll(section.body);
        return namesIn(Passage.lines(own));
    }

    // minutes give units their part in the sentence
    boolean namesIn(Passage words) {
        return kind == DocumentKind.MINUTES ? responsible.mentionsUnits(words) : responsible.namesUnits(words);
    }

    private Passage withoutRows(Passage content) {
        if (!content.contains("\t") || !rows.overlaps(content.span())) {
            return content;
        }
        return Passage.lines(UnitList.cut(content, "\n").stream()
                .filter(line -> line.isEmpty() || !rows.contains(line.span()))
                .toList());
    }

    private static boolean onlyCooperators(Units units) {
        var settled = units.settled();
        return settled.leads().isEmpty() && !settled.cooperators().isEmpty();
    }
}
