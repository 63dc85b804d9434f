package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/**
 * Reads an expression that gives units their part: 责任单位：甲、乙，丙 · 牵头单位：甲；配合单位：乙 · 甲牵头，乙、丙按职责分工负责 ·
 * 由甲会同乙负责. The words for a part are in {@link Roles}.
 */
final class Responsibility {
    private static final Pattern NOBODY = Pattern.compile("无|暂无|同上|略|[\\p{IsHan}]");
    private static final Pattern RULE = Pattern.compile(
            "[（(][^（()）]*(?:下同|逗号|分号|位者|首位|第一位|为牵头)[^（()）]*[）)]|[，,；;。]?[^，,；;。、（(]{0,3}(?:列|排)[^，,；;]{0,6}(?:第一|首位|最前)[^，,；;]*(?:[，,](?:其他|其余|其它|余者|后)[^，,；;。]*)?|[，,；;](?:其中)?第一(?:个|家|位)?(?:责任)?单位为[^，,；;]*|[，,；;]?下同|[。；;，,]?(?:以下|以上|上述|下述)[^。；;，,]{0,8}均[^。；;]*");
    // 甲（牵头）marks a name, 甲牵头 is said of it
    private static final Pattern SPOKEN_PART = Pattern.compile("(?:牵头|配合|协办|协助|协同|主办|参与|参加)(?!(?:单位|部门)?[）)〕】\\]])|会同");
    private static final Pattern LEAD_SUFFIX =
            Pattern.compile("[（(〔【\\[](?:(?:总|共同|联合|双)?牵头|主办|主责|主要责任|第一责任|承办)(?:单位|部门)?[）)〕】\\]]$");
    private static final Pattern COOPERATOR_SUFFIX = Pattern.compile("[（(〔【\\[](?:配合|协办|协助|参与|协同)(?:单位|部门)?[）)〕】\\]]$");
    private static final Pattern LEADING_VERB = Pattern.compile("^(?:请)?(?:配合|协办|协助|会同|参与)(?=[省市县区旗州各])");
    private static final Pattern HEADED =
            Pattern.compile("[（(](?:由)?(?<lead>[^（()）、，,；;]{2,30})(?:为)?牵头(?:单位)?[）)]\\s*$");
    private static final Pattern TIME_WORDS = Pattern.compile(
            "到位|最迟|不迟于|不晚于|不超过|于|在|到|至|力争|确保|截至|截止|完成|落实|实现|建成|并|长期坚持|长期|常年|全时|日常|坚持|持续推进|持续|常态化|推进|推动|全年|即日起|起|实施|开展|每年|之?前|以前|内|[-—–~～]");
    private static final Pattern UNTIL = Pattern.compile("(?:请|须|应|要|力争|确保|争取|并|每年)?(?:于|在|到|至)?(?:"
            + Dates.DATE.pattern() + ")(?:之?前|以前|内|起|底)?(?=(?!由)[\\p{IsHan}“]{2})");
    private static final String SENTENCES = "；;。\n";
    private static final Pattern SENTENCE_END = Pattern.compile("[；;。\n]");
    private static final Pattern NOT_LISTED = Pattern.compile("不再.{0,4}列|下同$");

    private final Notation notation;

    Responsibility(Notation notation) {
        this.notation = notation;
    }

    /** A list that a column or line has given its part already. */
    Units list(Passage names, Part part) {
        var units = new Units();
        if (names.has(Roles.ANY_LABEL)) {
            units.addAll(labelled(names));
        } else {
            addList(units, names, part, part != Part.RESPONSIBLE);
        }
        return units;
    }

    Units read(Passage expression) {
        var own = notation.within(expression);
        return (own == notation ? this : new Responsibility(own)).plain(withoutRules(expression));
    }

    static Passage withoutRules(Passage expression) {
        var rest = expression.without(RULE);
        if (!rest.has(SENTENCE_END)) {
            return rest;
        }
        // 〔甲、乙。排在首位的牵头；所有任务均涉及丙，不再列出〕
        var parts = UnitList.cut(rest, SENTENCES);
        int end = parts.getFirst().length();
        var kept = new Passage.Builder();
        kept.append(parts.getFirst());
        for (var part : parts.subList(1, parts.size())) {
            if (!part.has(NOT_LISTED) && !Notation.isStatement(part)) {
                kept.append(rest.slice(end, end + 1 + part.length()));
            }
            end += 1 + part.length();
        }
        return kept.build();
    }

    /** 2024年6月底前完成 among units says when. */
    static boolean isTime(String words) {
        if (words.length() >= 40) {
            return false;
        }
        var left = Dates.mayStandIn(words) ? Dates.DATE.matcher(words).replaceAll("") : words;
        return TIME_WORDS.matcher(left).replaceAll("").isBlank() || isDated(words);
    }

    // 2023年11月底前完成首批认定
    private static boolean isDated(String words) {
        var until = UNTIL.matcher(words);
        return until.lookingAt() && !UnitName.isUnit(words.substring(until.end()));
    }

    private Units plain(Passage words) {
        if (words.has(Roles.ANY_LABEL)) {
            return labelled(words).settled();
        }
        if (words.has(Roles.SAID_ANYWHERE)) {
            return spoken(words, Part.RESPONSIBLE).settled();
        }
        var units = new Units();
        byNotation(units, words);
        return units.settled();
    }

    private Units labelled(Passage words) {
        var units = new Units();
        var label = words.matcher(Roles.ANY_LABEL);
        int start = -1;
        var part = Part.RESPONSIBLE;
        boolean several = words.matcher(Roles.ANY_LABEL)
                        .results()
                        .filter(found -> Roles.ofLabel(found.group()) != Part.NO_UNIT)
                        .count()
                > 1;
        while (label.find()) {
            if (start >= 0) {
                addLabelled(units, words.slice(start, label.start()), part, several);
            } else if (label.start() > 1) {
                units.addAll(spoken(words.slice(0, label.start()), Part.RESPONSIBLE));
            }
            part = Roles.ofLabel(label.group());
            start = label.end();
        }
        if (start >= 0) {
            addLabelled(units, words.from(start), part, several);
        }
        return units;
    }

    // 完成时限：2024年底。甲牵头，乙配合: units may follow what is none
    private void addLabelled(Units units, Passage list, Part part, boolean several) {
        if (part != Part.NO_UNIT) {
            addList(units, list, part, several);
            return;
        }
        var rest = UnitList.cut(list, SENTENCES);
        for (var sentence : rest.subList(1, rest.size())) {
            if (Roles.saidAt(sentence.strip()) > 0) {
                units.addAll(spoken(sentence, Part.RESPONSIBLE));
            }
        }
    }

    private void addList(Units units, Passage list, Part part, boolean several) {
        var head = list.matcher(HEADED);
        if (head.find()) {
            // 甲、乙（甲牵头）
            var lead = head.group("lead");
            for (var name : UnitList.of(list.slice(0, head.start()))) {
                addAll(units, List.of(name), name.text().equals(lead) ? Part.LEAD : Part.COOPERATOR);
            }
            return;
        }
        if (list.has(SPOKEN_PART)) {
            units.addAll(spoken(list, part));
        } else if (part == Part.RESPONSIBLE && !several) {
            byNotation(units, list);
        } else {
            addAll(units, UnitList.of(list), part);
        }
    }

    private void byNotation(Units units, Passage list) {
        if (!notation.leadsBefore().isEmpty()) {
            var groups = UnitList.cut(list, notation.leadsBefore());
            for (int i = 0; i < groups.size(); i++) {
                addAll(units, UnitList.of(groups.get(i)), i == 0 ? Part.LEAD : Part.COOPERATOR);
            }
        } else {
            addAll(units, UnitList.of(list), Part.RESPONSIBLE);
        }
    }

    private void addAll(Units units, List<Passage> names, Part part) {
        boolean marked = names.stream().anyMatch(this::isMarked);
        boolean first = true;
        for (var name : names) {
            if (UnitName.isPerson(name.text()) || isTime(name.text())) {
                continue;
            }
            var bare = unmarked(name);
            if (bare.text().codePoints().anyMatch(Character::isIdeographic)
                    && !NOBODY.matcher(bare.text()).matches()) {
                units.add(bare, marked && part == Part.RESPONSIBLE ? byMark(name) : byPlace(part, first));
                first = false;
            }
        }
    }

    private Part byPlace(Part part, boolean first) {
        return part == Part.RESPONSIBLE && notation.firstLeads() ? (first ? Part.LEAD : Part.COOPERATOR) : part;
    }

    private Part byMark(Passage name) {
        return isMarked(name) && !name.has(COOPERATOR_SUFFIX) ? Part.LEAD : Part.COOPERATOR;
    }

    private boolean isMarked(Passage name) {
        return name.has(LEAD_SUFFIX)
                || !name.isEmpty() && (isMark(name.charAt(0)) || isMark(name.charAt(name.length() - 1)));
    }

    private boolean isMark(char c) {
        return notation.leadMarks().indexOf(c) >= 0;
    }

    private Passage unmarked(Passage name) {
        for (var suffix : List.of(LEAD_SUFFIX, COOPERATOR_SUFFIX)) {
            var found = name.matcher(suffix);
            if (found.find()) {
                return name.slice(0, found.start()).strip();
            }
        }
        var bare = name.stripTrailing(notation.leadMarks());
        return !bare.isEmpty() && isMark(bare.charAt(0)) ? bare.from(1).strip() : bare;
    }

    // units wait for the words that tell their part; what no words follow has the part of the label before it
    private Units spoken(Passage words, Part otherwise) {
        var units = new Units();
        var waiting = new ArrayList<Passage>();
        for (var segment : UnitList.cut(words, "，,；;。\n")) {
            var segmentWords = segment.strip();
            if (isTime(segmentWords.text())) {
                continue;
            }
            var jointly = segmentWords.matcher(Roles.JOINTLY);
            boolean joined = jointly.find();
            if (joined && jointly.start() > 0) {
                waiting.addAll(UnitList.of(segmentWords.slice(0, jointly.start())));
                flush(units, waiting, Part.LEAD);
                addAll(units, UnitList.of(segmentWords.from(jointly.end())), Part.COOPERATOR);
                continue;
            }
            int verb = Roles.saidAt(segmentWords);
            var list = verb >= 0 ? segmentWords.slice(0, verb) : segmentWords;
            // 甲，乙、丙配合: what stands before the helpers has the part that the label gave
            if (verb >= 0
                    && units.leads().isEmpty()
                    && Roles.ofWords(segmentWords.text().substring(verb)) == Part.COOPERATOR) {
                flush(units, waiting, otherwise);
            }
            var asked = list.matcher(LEADING_VERB);
            boolean cooperates = asked.find();
            waiting.addAll(UnitList.of(cooperates ? list.from(asked.end()) : list));
            if (verb >= 0 || cooperates) {
                var part = cooperates
                        ? Part.COOPERATOR
                        : Roles.ofWords(segmentWords.text().substring(verb));
                // beside a lead that is named as one, no place in the row makes another
                boolean led = part == Part.RESPONSIBLE && !units.leads().isEmpty();
                flush(units, waiting, led ? Part.COOPERATOR : part);
            }
        }
        flush(units, waiting, otherwise);
        return units;
    }

    private void flush(Units units, List<Passage> waiting, Part part) {
        addAll(units, List.copyOf(waiting), part);
        waiting.clear();
    }
}
