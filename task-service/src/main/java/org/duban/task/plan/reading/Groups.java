package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.duban.task.plan.reading.Units.Part;

/** Units that a group of tasks is given at once: 一、县教育局牵头的任务 · 本类第1、3项由甲牵头，乙配合；第2项由丙负责. */
final class Groups {
    private static final Pattern COUNT = Pattern.compile("[（(](?:共)?\\s*[\\d一二三四五六七八九十]+\\s*(?:项|条|件)[）)]$");
    private static final Pattern HEADED = Pattern.compile(
            "^由?(?<names>.{2,60}?)(?<part>牵头|主办|承办)(?:负责|落实|办理)?(?:的)?(?:重点|主要|工作|各项){0,2}(?:任务|事项|工作|项目|部分)?$");
    private static final String ONE = "[（(]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3})(?:[）)])?";
    private static final String NUMBERS = ONE + "(?:\\s*项?(?:[、，,和及至到—\\-～]|（|）){1,3}第?\\s*" + ONE + "){0,30}[）)]?";
    /** A paragraph that tells units by the numbers of tasks. */
    static final Pattern ALLOTMENT = Pattern.compile("^(?:注|说明|备注)?[：:]?\\s*(?:本类|本组|本部分|本项|以上|上述|其中)?(?:"
            + "(?:(?:任务|工作|事项|序号)?第?(?<n>" + NUMBERS + ")(?:项|条|号)?|各项|全部|其余(?:各项|任务|事项)?)(?:任务|工作|事项)?(?:均|都)?[，：:]?由"
            + "|(?:第(?=.{1,60}[项条号])|任务|事项|序号)(?<m>" + NUMBERS
            + ")(?:项|条|号)?(?:任务|工作|事项)?(?:的)?[，：:]?(?=(?:牵头|责任)(?:单位|部门)))(?<words>.+)$");
    /** The same, said of the document. */
    static final Pattern NOTE = Pattern.compile("^(?:注|说明|备注)[：:]|^(?:以上|上述)?(?:任务|事项|序号)第?[\\d（(]");

    private static final Pattern PARTS = Pattern.compile("[；;。]|，(?=其中)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<join>[至到—\\-～])?[第（(\\s]*(?<n>\\d{1,3}|[一二三四五六七八九十]{1,3})");
    private static final int MOST = 200;
    private static final int LONGEST_HEADING = 40;

    private record Allotted(Set<Integer> numbers, boolean all, Units units) {}

    private final boolean named;
    // asked of all siblings, and so asked once
    private final Map<Section, Boolean> headedByUnits = new IdentityHashMap<>();
    private final Responsibility responsibility;
    // 说明：任务1、2由甲牵头, for the whole document
    private final List<Allotted> inNote;
    private final Map<Section, Units> leads = new IdentityHashMap<>();
    private final Map<Section, List<Allotted>> allotted = new IdentityHashMap<>();

    Groups(Section root, Notation notation, Responsibility responsibility) {
        this.named = notation.headingLeads();
        this.responsibility = responsibility;
        this.inNote = allotments(root);
    }

    /** Whether the section tells who answers for the tasks numbered under it. */
    boolean gives(Section section) {
        return !section.children.isEmpty()
                && (!leads(section).isEmpty() || !allotted(section).isEmpty());
    }

    /** A task's own units and those its group gives it; beside a lead of the group the own ones help. */
    Units of(Section task, int ordinal, Units own) {
        var units = new Units();
        var group = task.parent;
        if (group == null || task.marker == null || !gives(group)) {
            units.addAll(own);
            inNote.stream()
                    .filter(each -> each.all || each.numbers.contains(ordinal))
                    .forEach(each -> units.addAll(each.units));
            return units;
        }
        var leads = leads(group);
        units.addAll(leads);
        own.leads().forEach(name -> units.add(name, leads.isEmpty() ? Part.LEAD : Part.COOPERATOR));
        own.cooperators().forEach(name -> units.add(name, Part.COOPERATOR));
        own.wildcards().forEach(name -> units.add(name, Part.COOPERATOR));
        int number = task.marker.number();
        allotted(group).stream()
                .filter(each -> each.all || each.numbers.contains(number))
                .forEach(each -> units.addAll(each.units));
        return units;
    }

    /** 县教育局（3项） on a line of its own. */
    static boolean isUnitHeading(Passage line) {
        if (line.length() > LONGEST_HEADING) {
            return false;
        }
        var names = UnitList.of(withoutCount(line.stripTrailing("。：:")));
        return !names.isEmpty() && UnitName.haveShape(names);
    }

    private static Passage withoutCount(Passage heading) {
        var count = heading.matcher(COUNT);
        return count.find() ? heading.slice(0, count.start()) : heading;
    }

    /** Whether a paragraph tells units by the numbers of tasks, or to all of a group. */
    static boolean allots(Passage paragraph) {
        var said = paragraph.matcher(ALLOTMENT);
        return said.find() && (said.group("n") != null || said.group("m") != null || !ForAll.says(paragraph));
    }

    private Units leads(Section section) {
        return leads.computeIfAbsent(section, this::headingLeads);
    }

    private Units headingLeads(Section section) {
        var units = new Units();
        if (section.marker == null || Topic.of(section) == Topic.DUTIES) {
            return units;
        }
        var heading = section.head.cut(MOST).strip().stripTrailing("。：:");
        var words = withoutCount(heading);
        if (section.children.size() > 1 && words.matcher(Roles.LINE_LABEL).lookingAt()) {
            // （一）牵头单位：县教育局 above numbered tasks
            units.addAll(responsibility.read(words));
            return units;
        }
        var said = words.matcher(HEADED);
        if (said.find()
                || named
                || (section.marker.length() == 0 || amongUnits(section)) && !section.isUnder(Topic.DUTIES)) {
            var names = UnitList.of(said.reset().find() ? words.slice(0, said.end("names")) : words);
            if (!names.isEmpty() && UnitName.haveShape(names)) {
                names.forEach(name -> units.add(name, Part.LEAD));
            }
        }
        return units;
    }

    // （一）区发展改革局 1.…… 2.…… （二）区教育局 1.……: nothing but units head these groups
    private boolean amongUnits(Section section) {
        return section.parent != null && headedByUnits.computeIfAbsent(section.parent, Groups::isHeadedByUnits);
    }

    private static boolean isHeadedByUnits(Section parent) {
        return parent.children.size() > 1
                && parent.children.stream().allMatch(each -> !each.children.isEmpty() && isUnitHeading(each.head));
    }

    private List<Allotted> allotted(Section section) {
        return allotted.computeIfAbsent(section, this::allotments);
    }

    private List<Allotted> allotments(Section section) {
        var found = new ArrayList<Allotted>();
        for (var paragraph : section.body) {
            if (!allots(paragraph)) {
                continue;
            }
            int from = 0;
            var stop = paragraph.matcher(PARTS);
            while (from < paragraph.length() && found.size() < MOST) {
                int end = stop.find(from) ? stop.start() : paragraph.length();
                allotment(paragraph.slice(from, end).strip(), found);
                from = end + 1;
            }
        }
        return found;
    }

    private void allotment(Passage words, List<Allotted> found) {
        var said = words.matcher(ALLOTMENT);
        if (said.find()) {
            var units = responsibility.read(named(words.slice(said.start("words"), said.end("words"))));
            var numbers = said.group("n") != null ? said.group("n") : said.group("m");
            found.add(new Allotted(numbers == null ? Set.of() : numbers(numbers), numbers == null, units));
        }
    }

    // 由县财政局配合做好资金保障，不再逐项列出: what names nobody is left out, and what is to be done
    private static Passage named(Passage words) {
        if (words.has(Roles.ANY_LABEL)) {
            return words;
        }
        var parts = new ArrayList<Passage>();
        for (var part : UnitList.cut(words, "，,；;。")) {
            var role = part.matcher(Roles.SAID_ANYWHERE);
            boolean said = role.find();
            var names = UnitList.of(said ? part.slice(0, role.start()) : part);
            if (UnitName.areUnits(names)) {
                parts.add(Roles.saidAt(part.strip()) < 0 && said ? part.slice(0, role.end()) : part);
            }
        }
        return parts.isEmpty() ? words : Passage.lines(parts).replace('\n', '，');
    }

    private static Set<Integer> numbers(String words) {
        var numbers = new HashSet<Integer>();
        int last = 0;
        for (var number = NUMBER.matcher(words); number.find(); ) {
            int n = ChineseNumber.parse(number.group("n"));
            for (int i = last + 1; number.group("join") != null && i < n; i++) {
                numbers.add(i);
            }
            numbers.add(n);
            last = n;
        }
        return numbers;
    }
}
