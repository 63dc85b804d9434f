package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dated obligations that are owed once, outside a task: a hand-in, a state to be reached by a day. */
final class Deadlines {
    private static final Pattern ADVERBIAL =
            Pattern.compile("(?:力争|确保|争取|请)?(?:于|在|到|至|截至|截止)?[^，。；]{0,14}(?:年|前|底|末|内|止|[年月]份?)");
    private static final Pattern HANDS_IN = Pattern.compile("^并(?:书面)?(?:报|送|抄送|抄报|上报)(?:送|告)?");
    private static final Pattern ACTOR =
            Pattern.compile("^[^，。；]{0,24}(?:各|单位|部门|政府|局|委|办|街道|乡镇|机构|领导小组)[^，。；]{0,12}$");

    private static final Pattern HELD =
            Pattern.compile("(?:下次|下一次|首次|第[一二三四]次|拟|定).{0,12}?(?:于|在)(?<day>[^，。；]{2,16}?[月日旬底末])(?:召开|举行|举办|开展|启动)$");

    private static final Pattern EXPLAINS = Pattern.compile(
            "[（(〔【\\[](?:以下|下)?(?:简称|统称|称)[^（）()]{1,30}[）)〕】\\]]$|[（(〔【\\[](?:牵头|责任|主办|承办|配合|协办)(?:单位|部门)?[：:][^（）()〔〕【】]{1,120}[）)〕】\\]]$");
    private static final int LONGEST = 400;
    // 有效期至2027年底 and 自4月至12月开展 owe nothing by a day
    private static final Pattern LASTS =
            Pattern.compile("有效期|(?:自|从)[^，。；]{0,16}(?:年|月|日|即日)起?(?:至|到|—|-)[^，。；]{0,16}[年月日底](?!前|之前|以前)|施行|失效|废止");

    private Deadlines() {}

    static List<Reading.Deadline> in(Passage text, Moment moment) {
        var deadlines = new ArrayList<Reading.Deadline>();
        var clauses = Clauses.clauses(text);
        var actor = "";
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            var due = clause.has(LASTS)
                    ? Optional.<DueDays.Due>empty()
                    : DueDays.last(clause, moment).or(() -> meeting(clause, moment));
            if (due.isPresent()) {
                boolean adverbial = ADVERBIAL.matcher(clause.text()).matches();
                boolean handsIn = i + 1 < clauses.size() && clauses.get(i + 1).has(HANDS_IN);
                var words = explained(adverbial || handsIn ? withNext(text, clauses, i) : clause);
                // who owes it often stands a clause or two before
                var owes = actor.isEmpty() ? words.written() : actor + "：" + words.written();
                deadlines.add(new Reading.Deadline(words.written(), due.get().on(), owes, words.span(), 0.8));
            }
            actor = clause.has(ACTOR) ? clause.written() : actor;
        }
        return deadlines;
    }

    // 下次会议于2024年12月召开
    private static Optional<DueDays.Due> meeting(Passage clause, Moment moment) {
        var held = clause.matcher(HELD);
        return held.find()
                ? DueDays.within(clause.slice(held.start("day"), held.end("day")), moment)
                        .filter(due -> due.on().isAfter(moment.day()))
                : Optional.empty();
    }

    /** Without the bracket at the end that explains a name or tells units. */
    static Passage explained(Passage words) {
        var bracket = words.cut(LONGEST).matcher(EXPLAINS);
        return bracket.find() && bracket.start() > 0 ? words.slice(0, bracket.start()) : words;
    }

    /** The clause together with the one after it, as they stand. */
    static Passage withNext(Passage text, List<Passage> clauses, int i) {
        if (i + 1 == clauses.size()) {
            return clauses.get(i);
        }
        int from = text.indexAt(clauses.get(i).span().start());
        int to = text.indexAt(clauses.get(i + 1).span().end() - 1) + 1;
        return text.slice(from, Math.max(from, to));
    }
}
