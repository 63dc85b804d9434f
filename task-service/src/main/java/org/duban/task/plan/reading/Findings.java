package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a careful reader would query about a reading. */
final class Findings {
    private static final Pattern SOFT =
            Pattern.compile("力争|原则上|(?<!积极|主动|资金)争取(?!上级|中央|省级|市级|国家|各级|更多|工作|和|到?.{0,8}支持)|力求");
    private static final Pattern OBLIGED_MANY = Pattern.compile(
            "^(?<who>(?:各|每个(?=[县市区州]（[^）]{1,8}）(?:至少|要))|县级以上|市级以上|省级以上)[^，。；：:\\t]{1,24}?)(?<![员人导部可于])(?=按照?(?:各自)?(?:职责|职能)|按(?:要求|时|季|月)|(?<![主需重])要(?!求|点|素)|应当?|须|必须|至少|相互|负责(?!人|同志)|请?于|每[年月周季半]|参照|结合|务必|制定|建立(?!健全的)|实施|抓好|上报|报送|悬挂|聚焦|加大|落实(?!单位|部门)|对照|(?<!\\d)(?:20\\d{2}年)?\\d{1,2}月)");
    private static final Pattern MANY = Pattern.compile("部门|单位|政府|机构|财政|县|区|市|州|盟|旗|地|村|乡|镇|街道|苏木|科室|企业|学校|医院|医保局");
    // the office of the government, whose people preside, and what is more than a name
    private static final Pattern NO_MEMBER = Pattern.compile("政府办公[室厅]$|[\\p{IsHan}]和[省市县区旗州]|秘书长|领导|同意|由");
    private static final Pattern COPIED = Pattern.compile("(?:抄\\s*[送报]|主\\s*送|分\\s*送|印\\s*发|各[^。]{2,200}[：:]$)");
    private static final Pattern OF_THE_BODY = Pattern.compile("成员单位|组成单位|领导小组|指挥部|(?:牵头|配合|主办|协办|参与)(?:单位|部门|处室|科室)");
    // 各责任单位 are those that the document names, unless something is asked of all of them
    private static final Pattern NAMED_ALREADY = Pattern.compile("^各(?:责任|承办|落实)(?:单位|部门|科室)");
    private static final Pattern HANDS_IN = Pattern.compile("单位(?:请?于(?!每)|每)");

    private static final Pattern POSTED = Pattern.compile(
            "(?:^|[，。；、：:由托\\s])(?<unit>(?:市|县|区|旗|省|州|国有|[\\p{IsHan}]{2,4}(?=投资|集团))[\\p{IsHan}（）()]{1,18}?(?:局|委|办|部|厅|中心|场|公司|集团|办公室|委员会))(?:联系|分管|主要|有关)?(?:副)?(?:主任|局长|部长|总经理|场长|书记|负责人|负责同志)");

    private static final Pattern MENTIONED = Pattern.compile(
            "(?:^|[，。；、：:\\n由请报向送交])(?<unit>[省市县区旗州][\\p{IsHan}&&[^每]]{1,14}?(?:局|委|厅|中心|办公室|支队|大队|残联|妇联))(?=要|应|须|负责|牵头|会同|[。；，、]|$|备案|汇总|每[月季半年]|对|于|按)");

    private static final int MOST_COMPARED = 200;

    private final List<Reading.Finding> findings = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    void add(FindingCode code, Passage words, boolean needsPerson, @Nullable Integer task) {
        add(code, words.written(), words.span(), needsPerson, task);
    }

    void add(FindingCode code, String text, Span source, boolean needsPerson, @Nullable Integer task) {
        if (said.add(code + text + (needsPerson ? task : ""))) {
            findings.add(new Reading.Finding(code, text, source, needsPerson ? 0.95 : 0.8, needsPerson, task));
        }
    }

    List<Reading.Finding> inOrder() {
        findings.sort(Comparator.comparingInt(finding -> finding.source().start()));
        return List.copyOf(findings);
    }

    void brokenLines(Manuscript manuscript) {
        manuscript.breaks().forEach(words -> add(FindingCode.BROKEN_LINE, words, false, null));
    }

    void ofTask(Tasks.Found found, Roster roster) {
        int ordinal = found.task().ordinal();
        var units = found.units();
        var named = Stream.concat(units.leads().stream(), units.cooperators().stream())
                .toList();
        var wildcards = units.wildcards();
        wildcards.forEach(unit -> add(FindingCode.WILDCARD_UNIT, unit, true, ordinal));
        if (named.isEmpty() && wildcards.isEmpty()) {
            add(FindingCode.NO_UNIT, found.label(), true, ordinal);
        }
        named.forEach(unit -> name(unit.written(), unit.span(), roster, ordinal));
    }

    /** A name outside the roster is another name of a member, or a unit that the document did not list. */
    void name(String unit, Span where, Roster roster, @Nullable Integer task) {
        if (roster.isEmpty() || roster.has(unit) || UnitName.isWildcard(unit)) {
            return;
        }
        add(roster.hasUnderAnotherName(unit) ? FindingCode.ALIAS : FindingCode.UNKNOWN_UNIT, unit, where, false, task);
    }

    void posts(Passage text, Roster roster) {
        var post = text.matcher(POSTED);
        while (post.find()) {
            var unit = text.slice(post.start("unit"), post.end("unit"));
            if (unit.has(NO_MEMBER)) {
                continue;
            }
            name(unit.written(), unit.span(), roster, null);
        }
    }

    /** Two names for one unit among those that the document gives something to; the rarer, else the shorter, is queried. */
    void twoNames(List<Passage> names, Roster roster) {
        var known = new LinkedHashMap<String, Passage>();
        var times = new HashMap<String, Integer>();
        names.stream().filter(name -> !UnitName.isWildcard(name.text())).forEach(name -> {
            known.putIfAbsent(name.written(), name);
            times.merge(name.written(), 1, Integer::sum);
        });
        var compared = known.values().stream().limit(MOST_COMPARED).toList();
        for (var name : compared) {
            for (var whole : compared) {
                if (Roster.isShort(name.written(), whole.written())) {
                    boolean rarer = times.getOrDefault(whole.written(), 0) < times.getOrDefault(name.written(), 0);
                    var queried = rarer ? whole : name;
                    if (!roster.has(queried.written())) {
                        add(FindingCode.ALIAS, queried, false, null);
                    }
                }
            }
        }
    }

    /** A member under another name where something is owed to it or by it. */
    void mentions(Passage text, Roster roster) {
        if (COPIED.matcher(text.text()).lookingAt()) {
            return;
        }
        var mentioned = text.matcher(MENTIONED);
        while (mentioned.find()) {
            var unit = text.slice(mentioned.start("unit"), mentioned.end("unit"));
            if (!roster.isEmpty() && !roster.has(unit.text()) && roster.hasUnderAnotherName(unit.text())) {
                add(FindingCode.ALIAS, unit, false, null);
            }
        }
    }

    /** 各有关单位要……: many are obliged, and none is named. */
    void obligedMany(Passage text) {
        for (var clause : Clauses.clauses(text)) {
            var match = clause.matcher(OBLIGED_MANY);
            var who = match.find() ? clause.slice(match.start("who"), match.end("who")) : null;
            if (who != null
                    && !who.contains("于")
                    && who.has(MANY)
                    && !who.has(OF_THE_BODY)
                    && !(who.has(NAMED_ALREADY) && !clause.has(HANDS_IN))) {
                add(FindingCode.WILDCARD_UNIT, who, false, null);
            }
        }
    }

    void soft(Passage text, Spans targets) {
        for (var clause : Clauses.clauses(text)) {
            if (clause.has(SOFT) && targets.overlaps(clause.span())) {
                add(FindingCode.SOFT_TARGET, clause, false, null);
            }
        }
    }

    void past(Phases.Found found, FrontMatter front) {
        if (front.issuedOn != null && found.phase().to().isBefore(front.issuedOn)) {
            add(FindingCode.PAST_PHASE, found.section().label.slice(0, pastEnd(found.section())), false, null);
        }
    }

    private static int pastEnd(Section section) {
        var label = section.label.text();
        int stop = label.indexOf('。');
        return stop < 0 ? label.length() : stop;
    }

    void dates(FrontMatter front) {
        if (front.issuedOn != null
                && front.printedOn != null
                && front.printedLine != null
                && front.printedOn.isBefore(front.issuedOn)) {
            add(FindingCode.DATE_CONFLICT, front.printedLine, false, null);
        }
    }

    /** A target that was stated before is one target with two sources. */
    void duplicates(List<Reading.Indicator> indicators) {
        var seen = new HashSet<String>();
        Span last = new Span(0, 0);
        for (var indicator : indicators) {
            var key = normal(indicator.text()) + indicator.operator() + indicator.value();
            boolean within = last.overlaps(indicator.source());
            if (!seen.add(key) && !within) {
                add(FindingCode.DUPLICATE_TARGET, indicator.text(), indicator.source(), false, null);
                last = indicator.source();
            }
        }
    }

    private static String normal(String words) {
        return words.replace('％', '%').replaceAll("\\s", "");
    }
}
