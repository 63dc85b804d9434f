package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Targets with a number: at least, at most, exactly, a range, 全覆盖; several in one sentence each for itself. */
final class Indicators {
    private static final Pattern STRIPPED = Pattern.compile(
            "^(?:(?:[—－-]{1,2}|[一二三四五六七八九十]是|并且?|同时|确保实现|确保|使得?|推动实现|实现|达到(?=[^\\d]{2})|且|以及)(?![\\d.]*[个名项家所次])){1,4}");
    private static final Pattern TRAILING = Pattern.compile("(?:的)?(?:要求|目标|标准要求|目标要求|水平)$");
    private static final Pattern MODAL = Pattern.compile("能够|可以|能|均");
    private static final Pattern VALUE = Pattern.compile("(?:达到|达|为|不低于|不少于|不超过|不高于|提高到|控制在|超过|≥|≤|[＞＜><])?\\s*\\d");
    private static final Pattern SAID = Pattern.compile("达到|达|为|提高到|控制在|超过");
    private static final Pattern COLON = Pattern.compile("[：:]\\s*$");
    private static final Pattern DASHES = Pattern.compile("^[—－-]+\\s*");
    private static final int MARK = 12;
    private static final int LONGEST = 40;
    private static final int LONGEST_CLAUSE = 400;

    private Indicators() {}

    static List<Reading.Indicator> in(Passage text) {
        var indicators = new ArrayList<Reading.Indicator>();
        var clauses = Clauses.clauses(text);
        for (int i = 0; i < clauses.size(); i++) {
            boolean named = i > 0 && clauses.get(i).matcher(VALUE).lookingAt();
            indicators.addAll(inClause(named ? withName(text, clauses.get(i - 1), clauses.get(i)) : clauses.get(i)));
        }
        return indicators;
    }

    // 护理型床位占比：不低于55%
    private static Passage withName(Passage text, Passage name, Passage value) {
        int from = text.indexAt(name.span().start());
        int to = text.indexAt(value.span().start());
        boolean named = from < to
                && text.slice(from, to).has(COLON)
                && name.length() <= LONGEST
                && Quantities.in(name).isEmpty()
                && Quantities.in(value).stream()
                        .limit(1)
                        .anyMatch(hit -> hit.start() == 0 || value.matcher(SAID).lookingAt());
        return named ? text.slice(from, to + value.length()).stripLeading(DASHES) : value;
    }

    private static List<Reading.Indicator> inClause(Passage clause) {
        var hits = Quantities.in(clause);
        var indicators = new ArrayList<Reading.Indicator>();
        for (int i = 0; i < hits.size(); i++) {
            var hit = hits.get(i);
            // 知晓率、参与率分别达到95%和90%: neither can be told without the other
            int from = i == 0 || clause.contains("分别") ? 0 : startOf(clause, hits.get(i - 1), hit);
            int to = i + 1 < hits.size() && !clause.contains("分别")
                    ? endOf(clause, hit, hits.get(i + 1))
                    : clause.length();
            // what is shown ends sooner, and a clause that never ends must not be copied for each of its numbers
            int near = Math.max(from, hit.start() - LONGEST_CLAUSE);
            indicators.add(indicator(clause.slice(near, Math.min(to, hit.end() + LONGEST_CLAUSE)), hit));
        }
        return indicators;
    }

    private static Reading.Indicator indicator(Passage words, Quantities.Hit hit) {
        var bare = words.strip();
        // 1．新打机井300眼 on a line of its own within a task
        var marker = Marker.of(bare.cut(MARK).text());
        var text = (marker == null ? bare : bare.from(marker.length()))
                .stripLeading(DASHES)
                .stripLeading(STRIPPED)
                .strip();
        var trailing = text.matcher(TRAILING);
        if (trailing.find() && trailing.start() > 8) {
            text = text.slice(0, trailing.start());
        }
        var shown = text.length() > LONGEST ? text.slice(0, LONGEST) : text;
        var upper = hit.operator() == Operator.BETWEEN ? hit.upper() : null;
        return new Reading.Indicator(
                shown.written(),
                hit.operator(),
                hit.value(),
                upper,
                hit.measure(),
                text.span(),
                text.length() > LONGEST ? 0.75 : 0.9);
    }

    // the second target of a clause begins at its own list item, or at the verb before it
    private static int startOf(Passage clause, Quantities.Hit previous, Quantities.Hit hit) {
        var modal = MODAL.matcher(clause.text()).region(previous.end(), hit.start());
        int verb = -1;
        while (modal.find()) {
            verb = verb < 0 ? modal.start() : verb;
        }
        if (verb >= 0) {
            return verb;
        }
        int stop = lastIndexOf(clause, "、", previous.end(), hit.start());
        if (stop >= 0) {
            return stop + 1;
        }
        int and = Math.max(
                lastIndexOf(clause, "和", previous.end(), hit.start()),
                lastIndexOf(clause, "及", previous.end(), hit.start()));
        return and >= 0 ? and + 1 : previous.end();
    }

    // 培训骨干100名、新建示范点20个 ends at 、; 80%的学校、90%的医院达到标准 shares its end
    private static int endOf(Passage clause, Quantities.Hit hit, Quantities.Hit next) {
        boolean share = hit.end() < clause.length() && clause.charAt(hit.end()) == '的';
        int stop = lastIndexOf(clause, "、", hit.end(), next.start());
        return stop >= 0 && !share ? stop : clause.length();
    }

    private static int lastIndexOf(Passage clause, String mark, int from, int to) {
        int at = clause.text().substring(from, Math.max(from, to)).lastIndexOf(mark);
        return at < 0 ? -1 : from + at;
    }
}
