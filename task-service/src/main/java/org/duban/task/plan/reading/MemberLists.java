package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where members are listed: in a sentence, in lines or columns below it, in a table; else by the posts of persons. */
final class MemberLists {
    // 工作机制（以下简称机制）由……
    private static final String ASIDE = "(?:[（(][^（）()]{1,30}[）)])?";
    private static final List<Pattern> INTRODUCTIONS = List.of(
            Pattern.compile("成员单位" + ASIDE + "(?:主要)?(?:包括|有|为|由|：|:)(?:：|:)?"),
            Pattern.compile("成员单位[^。：:、]{0,14}(?:分别(?:是|为)|包括|具体(?:是|为))(?:：|:)?"),
            Pattern.compile(
                    "(?:参与|组成|参加|参建|联动|共建|协作|协同)单位(?:共|有|为|包括|由|主要){0,2}(?:(?:\\d+|[一二三四五六七八九十]+)(?:个|家))?[：:]"),
            Pattern.compile("^成\\s*员(?:单\\s*位)?\\s*[：:](?=[^。]*、)"),
            Pattern.compile("(?:参会|参加|与会)(?:人员|单位|部门)(?:主要)?(?:包括|有|为|：|:)"),
            Pattern.compile("(?:联席会议|领导小组|专班|机制|指挥部|委员会|小组|联盟|制度|协调会)" + ASIDE + "(?:成员)?由"),
            Pattern.compile("成员(?:包括|由|为)"));
    private static final Pattern END = Pattern.compile(
            "[，,](?=根据|视|可|并|必要时|由(?!县|市|区))|(?:[一二三四五六七八九十]{1,3}|\\d+)个?(?:部门|单位)(?=组成|参加)|(?:[，,]?(?:共计?|合计))?等?(?:\\d+|[一二三四五六七八九十]+)(?:个|家)(?:成员)?(?:单位|部门)|[，,]?(?:共计?|合计)(?:\\d+|[一二三四五六七八九十]+)(?:个|家)|等(?:\\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:相关|有关|市级|县级|区级|省级)?(?:部门|单位|成员单位)|(?:的)?(?:各)?(?:分管|主要|有关|相关|班子|单位|部门){0,4}(?:负责(?:人|同志)|领导|同志)|组成|为成员|参加|担任|[。；;\\n]");
    private static final Pattern PERSON_LINE = Pattern.compile(
            "^(?:成\\s*员\\s*[：:]\\s*)?[\\p{IsHan}·]{1,2}\\s*[\\p{IsHan}·]{1,6}[\\s　]+(?<unit>[\\p{IsHan}（）()、]{3,40}?)(?:党组)?(?:副)?(?:局长|主任|部长|书记|行长|院长|台长|总经理|经理|董事长|主席|会长|理事长|社长|检察长|秘书长|镇长|乡长|场长|站长|政委|政治委员|负责人|负责同志|党组成员|党委委员|调研员|处长|科长|队长|支队长|校长|所长)(?:、.*)?$");
    // 县教育局分管负责人 on a line of its own
    private static final Pattern POST_LINE = Pattern.compile(
            "^(?:成\\s*员\\s*[：:]\\s*)?(?<unit>[\\p{IsHan}（）()]{3,30}?)(?:分管|主要|有关|相关)?(?:负责人|负责同志|领导|(?:副)?(?:局长|主任|部长|书记|行长|院长|主席|会长|总经理|所长|站长|队长|支队长|大队长|校长))$");
    private static final Pattern LISTED_BEFORE = Pattern.compile(
            "(?:等\\d*个?)?(?:有关|相关)?(?:部门|单位)?(?:的)?(?:主要|分管|有关|相关)?(?:负责(?:人|同志)|领导|同志)?(?:为|任|是|担任|作为)(?:联席会议|领导小组|专班|小组)?成员(?:单位)?(?=的|[，,。；;]|$)");
    private static final Pattern LISTED_BELOW =
            Pattern.compile("成员(?:单位)?(?:名单)?(?:组成)?(?:如下)?(?:[：:]?$|[：:](?=[^、，。；]{2,30}$))");
    private static final Pattern COLUMN = Pattern.compile("^(?:成员|参与|组成|参加)单位(?:名称)?$");
    // a label that stands at every task names no members
    private static final Pattern LABEL_OF_TASKS = Pattern.compile("^(?:参与|参加|参建|联动|共建|协作|协同)单位");
    private static final Pattern LEADS_TASK = Pattern.compile("^(?:牵头|责任|主责|主办|承办|主要责任|第一责任)(?:单位|部门)[：:]");
    // ……由下列单位组成： ……成员单位共18家，分别是：
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?:成员|组成(?:单位|部门)?|组成人员|(?:参加|参与|组成|纳入)[^，。；]{1,16}(?:单位|部门)|(?:参加|参与|参建|联动|共建|协作|协同|下列|以下)(?:单位|部门)|(?:个|家)(?:单位|部门))[^。；]{0,24}$");
    // 一、联动单位 above a line of units
    private static final Pattern HEADING =
            Pattern.compile("^.{0,12}(?:成员|组成|联动|参与|参加|协同|协作|共建)(?:单位|部门)(?:名单|组成|构成)?$");
    private static final Pattern GROUP_OF_UNITS = Pattern.compile("^[^：:、，。]{2,14}[：:](?=.{2})");
    private static final Pattern POSTS = Pattern.compile("召集人|组\\s*长|主\\s*任|指挥长|办公室|联络员|职责|分工|任务");
    private static final Pattern ROSTER_TITLE =
            Pattern.compile("(?:成员|组成|参加|参与)(?:单位|人员|部门)?(?:及.{2,10})?(?:名单|一览表|名录|构成)?(?:如下)?[：:]?$");
    private static final Pattern UNIT_COLUMN = Pattern.compile("^(?:(?:成员|参与|组成|参加|工作|所在)?单位(?:名称)?|部门(?:名称)?)$");
    private static final int FURTHEST = 6;
    private static final int FEWEST = 3;
    private static final int LONGEST_LIST = 6_000;
    private static final int LONGEST_INTRODUCTION = 60;
    private static final int MOST_ATTEMPTS = 40;

    private MemberLists() {}

    static List<Passage> in(List<Passage> document) {
        boolean ofTasks =
                document.stream().anyMatch(line -> Expressions.bare(line).has(LEADS_TASK))
                        || document.stream()
                                        .filter(line -> Expressions.bare(line).has(LABEL_OF_TASKS))
                                        .limit(2)
                                        .count()
                                > 1;
        var paragraphs = ofTasks
                ? document.stream()
                        .filter(line -> !Expressions.bare(line).has(LABEL_OF_TASKS))
                        .toList()
                : document;
        int attempts = 0;
        for (var introduction : INTRODUCTIONS) {
            for (var paragraph : paragraphs) {
                var found = paragraph.matcher(introduction);
                while (attempts < MOST_ATTEMPTS && found.find()) {
                    attempts++;
                    var units = list(paragraph, found.end());
                    if (units.size() >= FEWEST) {
                        return units;
                    }
                }
            }
        }
        var introduced = introduced(paragraphs);
        if (introduced.size() >= FEWEST) {
            return introduced;
        }
        var below = below(paragraphs);
        if (!below.isEmpty()) {
            return below;
        }
        var before = before(paragraphs);
        if (!before.isEmpty()) {
            return before;
        }
        var persons = fromPersons(paragraphs);
        return persons.isEmpty() ? inColumn(paragraphs) : persons;
    }

    // the longest list that follows words which speak of members, in the line or in the lines below
    private static List<Passage> introduced(List<Passage> paragraphs) {
        List<Passage> longest = List.of();
        for (int i = 0; i < paragraphs.size(); i++) {
            var paragraph = paragraphs.get(i);
            if (Expressions.bare(paragraph).has(HEADING)) {
                var below = lines(paragraphs.subList(i + 1, paragraphs.size()));
                longest = below.size() > longest.size() ? below : longest;
                continue;
            }
            int colon = paragraph.text().indexOf('：');
            if (colon < 0
                    || colon > LONGEST_INTRODUCTION
                    || !paragraph.slice(0, colon).has(INTRODUCED)) {
                continue;
            }
            var units = new ArrayList<>(list(paragraph, colon + 1));
            boolean inline = colon + 1 < paragraph.length();
            if (!inline || !units.isEmpty() && !paragraph.text().endsWith("。")) {
                units.addAll(lines(paragraphs.subList(i + 1, paragraphs.size())));
            }
            longest = units.size() > longest.size() ? units : longest;
        }
        return longest;
    }

    // lines that hold nothing but units, perhaps with the name of their group: 党委部门：……
    private static List<Passage> lines(List<Passage> lines) {
        var units = new ArrayList<Passage>();
        for (var line : lines) {
            var words = Expressions.bare(line).cut(LONGEST_LIST).stripTrailing("；;。.");
            var group = words.matcher(GROUP_OF_UNITS);
            boolean grouped = group.lookingAt();
            if (grouped && words.slice(0, group.end()).has(POSTS)) {
                break;
            }
            var names = UnitList.of(grouped ? words.from(group.end()) : words);
            if (names.isEmpty() || !UnitName.areUnits(names)) {
                break;
            }
            units.addAll(names);
        }
        return units;
    }

    // 甲局、乙局、丙局为成员单位
    private static List<Passage> before(List<Passage> paragraphs) {
        for (var paragraph : paragraphs) {
            for (var sentence : paragraph.contains("成员") ? Clauses.sentences(paragraph) : List.<Passage>of()) {
                var named = sentence.cut(LONGEST_LIST).matcher(LISTED_BEFORE);
                if (named.find()) {
                    var units = lastUnits(UnitList.of(sentence.slice(0, named.start())));
                    if (units.size() >= FEWEST) {
                        return units;
                    }
                }
            }
        }
        return List.of();
    }

    // 由县政府主要领导任组长，分管领导任副组长，甲局、乙局、丙局……
    private static List<Passage> lastUnits(List<Passage> names) {
        int from = names.size();
        while (from > 0
                && isUnit(names.get(from - 1))
                && !UnitName.isPerson(names.get(from - 1).text())) {
            from--;
        }
        return names.subList(from, names.size());
    }

    private static boolean isUnit(Passage name) {
        return UnitName.isUnit(name.text());
    }

    // 成员单位名单如下： and a line for each
    private static List<Passage> below(List<Passage> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            var introduction = paragraphs.get(i).matcher(LISTED_BELOW);
            if (introduction.find()) {
                var units = new ArrayList<Passage>();
                var inline = paragraphs.get(i).from(introduction.end()).strip();
                if (!inline.isEmpty() && !isUnit(inline)) {
                    continue;
                }
                units.addAll(inline.isEmpty() ? List.of() : List.of(inline));
                units.addAll(lines(paragraphs.subList(i + 1, paragraphs.size())));
                if (units.size() >= FEWEST) {
                    return units;
                }
            }
        }
        return List.of();
    }

    private static List<Passage> list(Passage paragraph, int from) {
        var end = paragraph.matcher(END);
        int longest = Math.min(paragraph.length(), from + LONGEST_LIST);
        int to = end.region(from, longest).find() ? end.start() : longest;
        // a semicolon may part groups of members
        for (int next = next(paragraph, to);
                next > to && UnitName.areUnits(UnitList.of(paragraph.slice(to + 1, next)));
                next = next(paragraph, to)) {
            to = next;
        }
        var names = UnitList.of(paragraph.slice(from, to));
        long shaped = names.stream().filter(MemberLists::isUnit).count();
        boolean units = shaped * 10 >= names.size() * 7L;
        return units
                ? names.stream()
                        .filter(name -> !UnitName.isPerson(name.text()))
                        .map(UnitName::withoutPart)
                        .toList()
                : List.of();
    }

    private static int next(Passage paragraph, int to) {
        if (to >= paragraph.length() || "；;".indexOf(paragraph.charAt(to)) < 0) {
            return to;
        }
        int next = to + 1;
        while (next < paragraph.length() && "；;。\n".indexOf(paragraph.charAt(next)) < 0) {
            next++;
        }
        return next;
    }

    // a table with a column headed 成员单位
    private static List<Passage> inColumn(List<Passage> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            var headings = Tables.isRow(paragraphs.get(i)) ? Tables.cells(paragraphs.get(i)) : List.<Passage>of();
            for (int column = 0; column < headings.size(); column++) {
                var heading = headings.get(column);
                if (heading.has(COLUMN) || heading.has(UNIT_COLUMN) && isTitled(paragraphs, i)) {
                    var units = column(paragraphs.subList(i + 1, paragraphs.size()), column);
                    if (units.size() >= FEWEST) {
                        return units;
                    }
                }
            }
        }
        return List.of();
    }

    // ……成员名单 above the table
    private static boolean isTitled(List<Passage> paragraphs, int table) {
        return paragraphs.subList(Math.max(0, table - FURTHEST), table).stream()
                .anyMatch(line -> line.length() <= LONGEST_INTRODUCTION && line.has(ROSTER_TITLE));
    }

    private static List<Passage> column(List<Passage> lines, int column) {
        var units = new ArrayList<Passage>();
        for (var line : lines) {
            var cells = Tables.cells(line);
            var names =
                    Tables.isRow(line) && column < cells.size() ? UnitList.of(cells.get(column)) : List.<Passage>of();
            if (names.isEmpty() || !UnitName.areUnits(names)) {
                break;
            }
            units.addAll(names);
        }
        return units;
    }

    private static List<Passage> fromPersons(List<Passage> paragraphs) {
        var units = new ArrayList<Passage>();
        boolean listing = false;
        for (var paragraph : paragraphs) {
            listing |= paragraph.text().matches("^成\\s*员.*");
            var person = paragraph.matcher(PERSON_LINE);
            var post = paragraph.matcher(POST_LINE);
            if (listing && (person.find() || post.find())) {
                var found = person.reset().find() ? person : post;
                var unit = paragraph.slice(found.start("unit"), found.end("unit"));
                units.addAll(UnitName.areUnits(UnitList.of(unit)) ? List.of(unit) : List.of());
            }
        }
        return units.size() >= FEWEST ? units : List.of();
    }
}
