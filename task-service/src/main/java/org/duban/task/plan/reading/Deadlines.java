package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Dated obligations that are owed once, outside a task: a hand-in, a state to be reached by a day. */
final class Deadlines {
    private static final Pattern ADVERBIAL =
            Pattern.compile("(?:力争|确保|争取|请)?(?:于|在|到|至|截至|截止)?[^，。；]{0,14}(?:年|前|底|末|内|止|[年月]份?)");
    private static final Pattern ACTOR =
            Pattern.compile("^[^，。；]{0,24}(?:各|单位|部门|政府|局|委|办|街道|乡镇|机构|领导小组)[^，。；]{0,12}$");

    private Deadlines() {}

    static List<Reading.Deadline> in(Passage text, LocalDate spoken, WorkingDays workingDays) {
        var deadlines = new ArrayList<Reading.Deadline>();
        for (var clause : Clauses.clauses(text)) {
            DueDays.last(clause, spoken, workingDays).ifPresent(due -> deadlines.add(deadline(text, clause, due.on())));
        }
        return deadlines;
    }

    private static Reading.Deadline deadline(Passage text, Passage clause, LocalDate on) {
        var words = ADVERBIAL.matcher(clause.text()).matches() ? withNext(text, clause) : clause;
        return new Reading.Deadline(words.text(), on, owes(text, words), words.span(), 0.8);
    }

    /** The clause together with the one after it, as they stand. */
    static Passage withNext(Passage text, Passage clause) {
        var clauses = Clauses.clauses(text);
        for (int i = 0; i + 1 < clauses.size(); i++) {
            if (clauses.get(i).span().equals(clause.span())) {
                return between(text, clause, clauses.get(i + 1));
            }
        }
        return clause;
    }

    private static Passage between(Passage text, Passage first, Passage last) {
        int from = indexOf(text, first.span().start());
        int to = indexOf(text, last.span().end() - 1) + 1;
        return text.slice(from, Math.max(from, to));
    }

    private static int indexOf(Passage text, int raw) {
        for (int i = 0; i < text.length(); i++) {
            if (text.rawAt(i) >= raw) {
                return i;
            }
        }
        return text.length();
    }

    // who owes it often stands a clause or two before
    private static String owes(Passage text, Passage words) {
        var actor = "";
        for (var clause : Clauses.clauses(text)) {
            if (clause.span().start() >= words.span().start()) {
                break;
            }
            actor = clause.has(ACTOR) ? clause.text() : actor;
        }
        return actor.isEmpty() ? words.text() : actor + "：" + words.text();
    }
}
