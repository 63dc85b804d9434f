package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a careful reader would query about a reading. */
final class Findings {
    private static final Pattern SOFT = Pattern.compile("力争|原则上|争取|力求");
    private static final Pattern OBLIGED_MANY = Pattern.compile(
            "^(?<who>(?:各|每个|有关|相关|县级以上|市级以上|省级以上)[^，。；：:]{1,24}?)(?=按照?(?:各自)?(?:职责|职能)|(?<!主)要(?!求|点|素)|应当?|须|必须|至少|相互|负责(?!人|同志))");
    private static final Pattern MANY = Pattern.compile("部门|单位|政府|机构|县|区|乡|镇|街道|苏木|科室|企业|学校|医院");
    private static final Pattern POSTED = Pattern.compile(
            "(?:^|[，。；、：:由托\\s])(?<unit>(?:市|县|区|旗|省|州|国有|[\\p{IsHan}]{2,4}(?=投资|集团))[\\p{IsHan}（）()]{1,18}?(?:局|委|办|部|厅|中心|场|公司|集团|办公室|委员会))(?:联系|分管|主要|有关)?(?:副)?(?:主任|局长|部长|总经理|场长|书记|负责人|负责同志)");

    private static final Pattern MENTIONED = Pattern.compile(
            "(?:^|[，。；、：:\\n由请报向送交])(?<unit>[省市县区旗州][\\p{IsHan}]{1,14}?(?:局|委|厅|中心|办公室))(?=要|应|须|负责|牵头|会同|[。；，]|$|备案|汇总)");

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
            name(unit.written(), unit.span(), roster, null);
        }
    }

    /** A member under another name where something is owed to it or by it. */
    void mentions(Passage text, Roster roster) {
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
            if (who != null && who.has(MANY) && !who.contains("成员单位") && !who.contains("领导小组")) {
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
