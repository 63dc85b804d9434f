package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds where a text says who is responsible: in brackets, on a line of its own, or in the sentence itself. */
final class ResponsibleUnits {
    // full stops inside a bracket are rare and mean prose
    private static final int LONGEST_BRACKET = 600;
    private static final int LONGEST_LINE = 3_000;
    private static final int DEEPEST = 4;
    private static final Pattern ROLE = Pattern.compile("牵头|会同|负责|配合|按职责|主办|协办|承办|落实|参与");
    private static final Pattern LINE_LABEL = Pattern.compile(
            "[—－·●◆▪■-]{0,3} ?(?:(?:[省市县区州旗镇](?:级|直)?)?(?:牵头|责任|配合|主办|协办|承办|参与|协助|主责|负责|落实|第一责任|协同)(?:责任)?(?:单位|部门|主体|处室|科室|领导|人)[^：:，。\\n]{0,6}[：:]|(?:牵头|责任|配合|主办|承办|协办|参与|责任分工)[：:])");
    private static final Pattern SAID =
            Pattern.compile("(?:负责)?(?:牵头|主办|承办|配合|协办|协助|参与)(?:负责|落实|实施|组织实施|组织)?(?=[，,；;。、]|$)");
    private static final Pattern MARKS = Pattern.compile("[※★☆*＊▲△●◆■#]");
    private static final Pattern JOINING = Pattern.compile("^[，,]?[^，。；]{2,80}(?:配合|协助|参与)");
    private static final Pattern FIRST_ROLE = Pattern.compile("牵头|主办|承办|负责");
    // 负责建设……: what is to be done, not who does it
    private static final Pattern WHAT = Pattern.compile("(?!负责|落实|实施|组织|会同|推进|单位|部门|抓|，|,|；|;|。|、|\\s)\\p{IsHan}");
    private static final Pattern LIST_OR_ORGAN = Pattern.compile("[、，]|[局委办部厅]$");
    private static final Pattern TIME_LABEL =
            Pattern.compile("(?:完成|办理|整改|落实|推进)?(?:时限|时间|期限|节点|时间节点|完成日期)(?:要求)?[：:]");
    private static final Pattern SPOKEN = Pattern.compile(
            "由(?<leads>[^，,。；;\\n由]{2,120}?)(?<verb>牵头(?:负责|落实|组织|实施|会同|，)?|主办|承办|负责)(?<rest>[^。；;\\n]{0,160})");

    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:请|责成|由|要求|明确|同意由|会议(?:议定|决定|明确|要求|确定)[，,]?由?)?(?<names>[^，。；：:]{3,80}?)(?:要|应|须)?(?:于|在|尽快|抓紧|认真|积极|按照?(?:各自)?职责(?:分工)?)?(?:(?=[\\d今本年每下上第一二三四五])[^，。；]{0,14}(?:前|内))?(?<verb>牵头|负责(?!人|同志)|配合|协助|协办|参与|承办|主办|要(?=\\p{IsHan})|拨付|报送|提交|出台|印发|推进|开展|建立|完成|做好|统筹|安排|制定|组织|研究|加快|落实)");
    private static final String ORGAN_NAME =
            "[省市县区旗州][\\p{IsHan}&&[^于在负牵要按会和]]{1,16}?(?:局|(?<![省市县区旗州])委(?!员会|办)|办(?!公|事)|部(?!门)|厅|政府(?!办)|办公室|中心|公司|委员会|集团(?!公司)|督查室)(?:[\\p{IsHan}]{2,4}(?:支队|大队|总队|分局))?";
    private static final String ORGAN_NAMES = ORGAN_NAME + "(?:[、和]" + ORGAN_NAME + "){0,9}";
    private static final Pattern JOINTLY = Pattern.compile("^(?:请|责成|由|要求|明确|同意由)?(?<names>[^，。；：:]{3,60}?)会同(?<others>"
            + ORGAN_NAME + "(?:[、和]" + ORGAN_NAME + "){0,20})");
    private static final Pattern ENTRUSTED =
            Pattern.compile("(?:(?:请|责成|交由|会议(?:决定|明确|要求|议定)由)(?<names>" + ORGAN_NAMES + ")(?=[\\p{IsHan}\\d])(?!会同|牵头)"
                    + "|由(?<others>" + ORGAN_NAMES + ")(?=对|向|每|定期|统一|具体|另行|组织|制定|研究|督促|跟踪))");
    private static final Pattern HELPING =
            Pattern.compile("(?<names>[^，。；：]{3,80}?)(?:按照?职责(?:分工)?)?(?:积极|密切|予以|做好)?(?:配合|协助|协办|参与)(?:落实|实施)?");
    private static final Pattern ORGAN = Pattern.compile(
            ".{0,30}(?:局|委|办|部|厅|政府|办公室|委员会|街道|镇|乡|管委会|联合会|总工会|妇联|残联|集团|公司|中心|督查室)(?:[（(][^）)]*[）)])?|[省市县区旗州镇乡].{0,20}(?:医院|学校|站|所|队|院)");

    private final Responsibility responsibility;

    ResponsibleUnits(Responsibility responsibility) {
        this.responsibility = responsibility;
    }

    /** Where the expressions stand: brackets with their brackets, lines whole. */
    List<Passage> expressions(Passage text) {
        var found = new ArrayList<Passage>();
        var label = text.matcher(LINE_LABEL);
        for (int i = 0; i < text.length(); i++) {
            if ("〔（([【［".indexOf(text.charAt(i)) >= 0) {
                int end = closing(text, i);
                int line = endOfLine(text, i);
                if (end < 0
                        && line - i <= LONGEST_BRACKET
                        && isUnclosed(text.slice(i + 1, line).strip())) {
                    found.add(text.slice(i, line));
                    i = line;
                } else if (end > i && isExpression(text, i, end)) {
                    found.add(text.slice(i, end + 1));
                    i = end;
                }
            } else if (atLineStart(text, i)) {
                int end = endOfLine(text, i);
                var line = text.slice(i, end);
                if (line.matcher(LINE_LABEL).lookingAt()
                        || line.matcher(TIME_LABEL).lookingAt()) {
                    found.add(line);
                    i = end;
                }
            } else if (afterSentence(text, i) && label.region(i, text.length()).lookingAt()) {
                int end = endOfLine(text, i);
                found.add(text.slice(i, end));
                i = end;
            }
        }
        return found;
    }

    /** Whether brackets or lines of their own name units. */
    boolean namesUnits(Passage text) {
        return !inExpressions(text).isEmpty();
    }

    boolean givesOnlyCooperators(Passage text) {
        var units = inExpressions(text).settled();
        return units.leads().isEmpty() && !units.cooperators().isEmpty();
    }

    /** Whether units are named in any way, in the sentence too. */
    boolean mentionsUnits(Passage text) {
        return !in(text).isEmpty();
    }

    /** Units from brackets and lines; where there are none, from sentences such as 由甲牵头，乙配合. */
    Units in(Passage text) {
        var units = inExpressions(text);
        if (units.isEmpty()) {
            return spokenIn(text);
        }
        joining(text, units);
        return units;
    }

    private Units inExpressions(Passage text) {
        var units = new Units();
        var alone = new ArrayList<Passage>();
        for (var expression : expressions(text)) {
            if (expression.matcher(LINE_LABEL).lookingAt()) {
                alone.add(expression.cut(LONGEST_LINE));
            } else {
                units.addAll(responsibility.read(inside(expression)));
            }
        }
        if (!alone.isEmpty()) {
            // 牵头单位 and 责任单位 on lines of their own are read together
            units.addAll(responsibility.read(Passage.lines(alone)));
        }
        return units;
    }

    // 由甲牵头，乙、丙配合 in a measure adds to what the bracket says of the whole task
    private void joining(Passage text, Units units) {
        var spoken = text.matcher(SPOKEN);
        while (spoken.find()) {
            var leads = text.group(spoken, "leads");
            boolean joint = spoken.group("verb").startsWith("牵头")
                    && JOINING.matcher(spoken.group("rest")).find();
            if (joint && leads != null && allUnits(leads)) {
                units.addAll(responsibility.read(untilNoUnits(text.slice(spoken.start("leads"), spoken.end("rest")))));
            }
        }
    }

    private Units spokenIn(Passage text) {
        var units = new Units();
        var spoken = text.matcher(SPOKEN);
        while (spoken.find()) {
            var leads = text.group(spoken, "leads");
            if (leads != null && allUnits(leads)) {
                units.addAll(responsibility.read(untilNoUnits(text.slice(spoken.start("leads"), spoken.end("rest")))));
            }
        }
        if (units.isEmpty()) {
            subjects(text, units);
        } else {
            helpers(text, units);
        }
        return units.settled();
    }

    // 由甲负责建设……中心，乙配合
    private void helpers(Passage text, Units units) {
        for (var clause : Clauses.clauses(text)) {
            var helping = clause.matcher(HELPING);
            if (helping.matches()) {
                addOrgans(units, clause.slice(helping.start("names"), helping.end("names")), Units.Part.COOPERATOR);
            }
        }
    }

    // 县财政局负责落实经费；责成县教育局会同县民政局于6月底前完成
    private void subjects(Passage text, Units units) {
        for (var clause : Clauses.clauses(text)) {
            var jointly = clause.matcher(JOINTLY);
            var subject = clause.matcher(SUBJECT);
            var entrusted = clause.matcher(ENTRUSTED);
            if (entrusted.lookingAt() && !clause.contains("会同")) {
                var group = entrusted.start("names") >= 0 ? "names" : "others";
                addOrgans(units, clause.slice(entrusted.start(group), entrusted.end(group)), Units.Part.RESPONSIBLE);
            } else if (jointly.find()) {
                addOrgans(units, clause.slice(jointly.start("names"), jointly.end("names")), Units.Part.LEAD);
                addOrgans(units, clause.slice(jointly.start("others"), jointly.end("others")), Units.Part.COOPERATOR);
            } else if (subject.find()) {
                addOrgans(
                        units,
                        clause.slice(subject.start("names"), subject.end("names")),
                        partOf(subject.group("verb")));
            }
        }
    }

    private void addOrgans(Units units, Passage list, Units.Part part) {
        var names = UnitList.of(list);
        boolean organs = !names.isEmpty()
                && !Chars.isOpening(list.charAt(0))
                && names.stream()
                        .allMatch(name -> ORGAN.matcher(name.text()).matches() || UnitName.isWildcard(name.text()));
        if (organs) {
            units.addAll(responsibility.list(list, part));
        }
    }

    private static Units.Part partOf(String verb) {
        return switch (verb) {
            case "配合", "协助", "协办", "参与" -> Units.Part.COOPERATOR;
            case "牵头", "主办" -> Units.Part.LEAD;
            default -> Units.Part.RESPONSIBLE;
        };
    }

    // 由甲牵头，乙、丙配合，做好……: what is no unit any more ends the expression
    private static Passage untilNoUnits(Passage words) {
        var role = words.matcher(FIRST_ROLE);
        if (role.find()
                && WHAT.matcher(words.text()).region(role.end(), words.length()).lookingAt()) {
            return words.slice(0, role.end());
        }
        int end = 0;
        for (var segment : UnitList.cut(words, "，,；;")) {
            var names = UnitList.of(segment);
            boolean units = segment.has(ROLE) && !names.isEmpty() && looksLikeUnits(names);
            if (!units) {
                break;
            }
            end += segment.length() + 1;
        }
        var first = words.matcher(FIRST_ROLE);
        int shortest = first.find() ? first.end() : words.length();
        return words.slice(0, Math.min(words.length(), Math.max(shortest, end - 1)));
    }

    private static boolean looksLikeUnits(List<Passage> names) {
        return names.stream().allMatch(name -> UnitName.hasShape(name.text()) || UnitName.isWildcard(name.text()));
    }

    private static boolean allUnits(Passage list) {
        return looksLikeUnits(UnitList.of(list));
    }

    private static Passage inside(Passage expression) {
        // the bracket may never have been closed
        boolean closed = Chars.isClosing(expression.charAt(expression.length() - 1));
        return expression.slice(1, expression.length() - (closed ? 1 : 0)).strip();
    }

    private static boolean isExpression(Passage text, int open, int close) {
        var inside = text.slice(open + 1, close).strip();
        if (inside.isEmpty() || inside.length() > LONGEST_BRACKET) {
            return false;
        }
        if (isLabelled(inside)) {
            return true;
        }
        return endsThought(text, open, close) && namesOnly(Responsibility.withoutRules(inside));
    }

    private static boolean isUnclosed(Passage inside) {
        return isLabelled(inside) || inside.has(ROLE) && namesOnly(Responsibility.withoutRules(inside));
    }

    private static boolean isLabelled(Passage inside) {
        return Responsibility.hasLabel(inside) || inside.matcher(TIME_LABEL).lookingAt();
    }

    // （甲牵头，乙配合） and （甲、乙） at the end of a sentence or paragraph
    private static boolean namesOnly(Passage inside) {
        boolean said = inside.has(ROLE);
        boolean shaped = UnitList.of(lastWords(inside)).stream()
                .map(name -> MARKS.matcher(name.text()).replaceAll(""))
                .allMatch(name -> UnitName.hasShape(name)
                        || UnitName.isWildcard(name)
                        || UnitName.isPerson(name)
                        || Responsibility.isTime(name)
                        || isRule(name));
        return shaped && (said || inside.has(LIST_OR_ORGAN));
    }

    private static Passage lastWords(Passage inside) {
        var jointly = inside.text().indexOf("会同");
        return (jointly < 0 ? inside : inside.slice(0, jointly)).without(SAID);
    }

    private static boolean isRule(String words) {
        return words.contains("牵头") || words.contains("下同") || words.contains("第一位") || words.contains("首位");
    }

    private static boolean endsThought(Passage text, int open, int close) {
        int next = close + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '。')) {
            next++;
        }
        boolean atEnd = next >= text.length() || text.charAt(next) == '\n';
        return atEnd
                || "。；;".indexOf(text.charAt(close + 1)) >= 0
                || Marker.of(text.text().substring(next, Math.min(text.length(), next + 12))) != null
                || previousIsStop(text, open);
    }

    private static boolean previousIsStop(Passage text, int open) {
        return open > 0 && "。；".indexOf(text.charAt(open - 1)) >= 0;
    }

    private static boolean atLineStart(Passage text, int i) {
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    private static boolean afterSentence(Passage text, int i) {
        return i > 0 && "。；;）)〕】] ".indexOf(text.charAt(i - 1)) >= 0;
    }

    private static int endOfLine(Passage text, int i) {
        int end = text.text().indexOf('\n', i);
        return end < 0 ? text.length() : end;
    }

    /** Where the bracket closes; -1 where it does not, or too far away or too deep inside to be one of units. */
    static int closing(Passage text, int open) {
        int depth = 0;
        int limit = Math.min(text.length(), open + LONGEST_BRACKET);
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if ("〔（([【［".indexOf(c) >= 0) {
                if (++depth > DEEPEST) {
                    return -1;
                }
            } else if ("〕）)]】］".indexOf(c) >= 0 && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
