package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/**
 * Reads an expression that gives units their part: 责任单位：甲、乙，丙 · 牵头单位：甲；配合单位：乙 · 甲牵头，乙、丙按职责分工负责 ·
 * 由甲会同乙负责. A new word for a part is one more entry in {@link #LABELS} or {@link #VERBS}.
 */
final class Responsibility {
    record Word(Part part, Pattern pattern) {}

    private static final String KIND = "(?:责任)?(?:单位|部门|主体|机构|处室|科室|方)(?:[（(][^）)]{0,8}[）)])?";

    static final List<Word> LABELS = List.of(
            new Word(Part.NO_UNIT, label("(?:牵头|责任|分管|主管|挂点|包保|配合|联系)?(?:市|县|区)?(?:领导|负责人|责任人|联系人|同志)")),
            new Word(
                    Part.NO_UNIT,
                    label("(?:完成|办理|整改|落实|推进)?(?:时限|时间|期限|节点|时间节点|完成日期)(?:要求)?|(?:督导|督办|督查|考核|验收|监督)(?:单位|部门)")),
            new Word(Part.LEAD, label("(?:牵头|主办|承办|主责|第一责任|首要责任|总牵头|主要责任|主体责任|主要负责|牵头负责|主要承办|组织实施)" + KIND)),
            new Word(Part.COOPERATOR, label("(?:配合|协办|协助|会同|参与|协同|参加|支持|协作|会办|配合责任|协同责任)" + KIND)),
            new Word(Part.RESPONSIBLE, label("(?:责任|负责|落实|实施|完成|具体责任|主管|执行|工作|任务)(?:单位|部门|主体|机构|处室|科室|方)(?:及分工)?")),
            new Word(Part.LEAD, label("牵头|主办|承办")),
            new Word(Part.COOPERATOR, label("配合|协办|参与|协助")),
            new Word(Part.RESPONSIBLE, label("责任分工|责任|负责")));

    private static final Pattern ANY_LABEL = Pattern.compile(
            String.join("|", LABELS.stream().map(word -> word.pattern.pattern()).toList()));

    /** What is said with verbs after the units: 甲牵头，乙配合. */
    static final List<Word> VERBS = List.of(
            new Word(
                    Part.LEAD,
                    Pattern.compile(
                            "(?:负责)?(?:牵头|主办|承办)(?:负责|落实|组织实施|实施|组织|抓总|抓)?|为(?:主要)?(?:牵头|主办|承办)(?:单位|部门)?|负总责")),
            new Word(
                    Part.COOPERATOR,
                    Pattern.compile(
                            "(?:等)?(?:积极|密切|共同|予以|给予|做好)?(?:参与|配合|协办|协助|支持)(?:落实|实施|负责|配合|做好)?|为(?:配合|协办|协助)(?:单位|部门)?|参加")),
            new Word(
                    Part.RESPONSIBLE,
                    Pattern.compile(
                            "(?:按照?(?:各自)?(?:职责|职能)(?:分工)?|根据(?:各自)?职责(?:分工)?|依职责|分别|共同|具体|分工){0,3}(?:负责|落实|组织实施|实施|承担|推进)(?:落实|实施)?|按照?(?:各自)?(?:职责|职能)分工|为责任(?:单位|部门)")));

    private static final Pattern VERB_AT_END = Pattern.compile("(?<verb>" + verbs() + ")[。.]?$");
    private static final Pattern ANY_VERB = Pattern.compile("牵头|配合|协办|协助|会同|主办|负责|落实|参与|承办|实施|分工");
    private static final Pattern NOBODY = Pattern.compile("无|暂无|同上|略|[\\p{IsHan}]");
    private static final Pattern JOINTLY = Pattern.compile("会同|商(?=[省市县区旗州各])");
    private static final Pattern RULE = Pattern.compile(
            "[（(][^（()）]*(?:下同|逗号|分号|位者|首位|第一位|为牵头)[^（()）]*[）)]|[，,；;。]?[^，,；;。、]{0,3}(?:列|排)[^，,；;]{0,6}(?:第一|首位|最前)[^，,；;]*|[，,；;](?:其中)?第一(?:个|家|位)?(?:责任)?单位为[^，,；;]*|[，,；;]?下同|[。；;，,]?(?:以下|以上|上述|下述)[^。；;，,]{0,8}均[^。；;]*");
    // 甲（牵头）marks a name, 甲牵头 is said of it
    private static final Pattern SPOKEN_PART = Pattern.compile("(?:牵头|配合|协办|协助|主办)(?!(?:单位|部门)?[）)〕】\\]])|会同");
    private static final Pattern LEAD_SUFFIX = Pattern.compile("[（(〔【\\[](?:总?牵头|主办|主要责任|第一责任|承办)(?:单位|部门)?[）)〕】\\]]$");
    private static final Pattern COOPERATOR_SUFFIX = Pattern.compile("[（(〔【\\[](?:配合|协办|协助|参与)(?:单位|部门)?[）)〕】\\]]$");
    private static final Pattern LEADING_VERB = Pattern.compile("^(?:配合|协办|协助|会同|参与)(?=[省市县区旗州各])");

    private static final Pattern HEADED =
            Pattern.compile("[（(](?:由)?(?<lead>[^（()）、，,；;]{2,30})(?:为)?牵头(?:单位)?[）)]\\s*$");
    private static final Pattern TIME = Pattern.compile(
            "(?:(?:于|在|到|至|力争|确保)?(?:\\d{4}年|今年|明年|\\d{1,2}月|年)[^、，,；;]{0,14}(?:前|底|末|完成|落实|到位)|长期坚持|持续推进|常态化推进|长期推进)(?:完成|落实|到位)?");

    private final Notation notation;

    Responsibility(Notation notation) {
        this.notation = notation;
    }

    static boolean hasLabel(Passage expression) {
        return ANY_LABEL.matcher(expression.text()).lookingAt();
    }

    /** A list that a column or line has given its part already. */
    Units list(Passage names, Part part) {
        var units = new Units();
        if (hasAnyLabel(names)) {
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

    private Units plain(Passage words) {
        if (hasAnyLabel(words)) {
            return labelled(words).settled();
        }
        if (words.has(ANY_VERB)) {
            return spoken(words).settled();
        }
        var units = new Units();
        byNotation(units, words);
        return units.settled();
    }

    private static boolean hasAnyLabel(Passage words) {
        return words.has(ANY_LABEL);
    }

    static Passage withoutRules(Passage expression) {
        return expression.without(RULE);
    }

    private Units labelled(Passage words) {
        var units = new Units();
        var label = words.matcher(ANY_LABEL);
        int start = -1;
        var part = Part.RESPONSIBLE;
        boolean several = words.matcher(ANY_LABEL)
                        .results()
                        .filter(found -> part(LABELS, found.group()) != Part.NO_UNIT)
                        .count()
                > 1;
        while (label.find()) {
            if (start >= 0) {
                addList(units, words.slice(start, label.start()), part, several);
            } else if (label.start() > 1) {
                units.addAll(spoken(words.slice(0, label.start())));
            }
            part = part(LABELS, label.group());
            start = label.end();
        }
        if (start >= 0) {
            addList(units, words.from(start), part, several);
        }
        return units;
    }

    /** 2024年6月底前完成 among units says when. */
    static boolean isTime(String words) {
        return words.length() < 40 && TIME.matcher(words).matches();
    }

    private void addList(Units units, Passage list, Part part, boolean several) {
        if (part == Part.NO_UNIT) {
            return;
        }
        var head = list.matcher(HEADED);
        if (head.find()) {
            // 甲、乙（甲牵头）
            var lead = head.group("lead");
            for (var name : UnitList.of(list.slice(0, head.start()))) {
                addAll(units, List.of(name), name.text().equals(lead) ? Part.LEAD : Part.COOPERATOR);
            }
            return;
        }
        if (part == Part.RESPONSIBLE && saysPart(list)) {
            units.addAll(spoken(list));
        } else if (part == Part.RESPONSIBLE && !several) {
            byNotation(units, list);
        } else {
            addAll(units, UnitList.of(list), part);
        }
    }

    // 责任单位：甲牵头，乙配合
    private static boolean saysPart(Passage list) {
        return list.has(SPOKEN_PART);
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

    // units wait for the verb that tells their part
    private Units spoken(Passage words) {
        var units = new Units();
        var waiting = new ArrayList<Passage>();
        for (var segment : UnitList.cut(words, "，,；;。\n")) {
            var said = segment.strip();
            var verb = said.matcher(VERB_AT_END);
            boolean hasVerb = verb.find() && verb.start() >= 0;
            var list = hasVerb ? said.slice(0, verb.start()) : said;
            boolean cooperates = list.matcher(LEADING_VERB).find();
            var jointly = list.matcher(JOINTLY);
            if (jointly.find() && jointly.start() > 0) {
                waiting.addAll(UnitList.of(list.slice(0, jointly.start())));
                flush(units, waiting, Part.LEAD);
                addAll(units, UnitList.of(list.from(jointly.end())), Part.COOPERATOR);
                continue;
            }
            waiting.addAll(UnitList.of(cooperates ? list.from(2) : list));
            if (hasVerb || cooperates) {
                var part = cooperates ? Part.COOPERATOR : part(VERBS, verb.group("verb"));
                // beside a lead that is named as one, no place in the row makes another
                boolean led = part == Part.RESPONSIBLE && !units.leads().isEmpty();
                flush(units, waiting, led ? Part.COOPERATOR : part);
            }
        }
        flush(units, waiting, Part.RESPONSIBLE);
        return units;
    }

    private void flush(Units units, List<Passage> waiting, Part part) {
        addAll(units, List.copyOf(waiting), part);
        waiting.clear();
    }

    static Part part(List<Word> words, String said) {
        for (var word : words) {
            if (word.pattern.matcher(said).matches()) {
                return word.part;
            }
        }
        return Part.RESPONSIBLE;
    }

    private static Pattern label(String words) {
        return Pattern.compile("(?:[省市县区州旗镇](?:级|直))?(?:" + words + ")\\s*(?:[：:]|为[：:]?(?=[省市县区旗州各]))\\s*");
    }

    private static String verbs() {
        return String.join(
                "|", VERBS.stream().map(word -> word.pattern.pattern()).toList());
    }
}
