package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nests numbered paragraphs: 一、（一）1.（1）①, whichever of them a document uses. */
final class Outline {
    // what follows the last section is no part of it
    private static final Pattern TAIL = Pattern.compile(
            "附\\s*件(?:\\s*\\d+)?\\s*(?:[：:].*)?|附表.{0,4}|抄\\s*送[：:].*|信息公开.*|[（(]此件.*"
                    + "|.*(?:\\d{4}|[二〇○零一]{4})年.{1,8}日\\s*印发|(?:\\d{4}|[二〇○零一]{4})年\\d{1,2}月\\d{1,2}日|组\\s*长[：:].*|成\\s*员[：:].*|专\\s*栏.*|备\\s*注[：:].*|(?:主\\s*持|出\\s*席|列\\s*席|缺\\s*席|请\\s*假|参\\s*加|参\\s*会|记\\s*录|分\\s*送|发\\s*送|主\\s*送|报\\s*送|抄\\s*报|送|发|参加会议)(?:人员|单位|领导|人)?\\s*[：:].*");

    // said after the numbered items, and to all of them
    private static final Pattern ASIDE = Pattern.compile(
            "(?:会议[^，。：]{0,4}(?:要求|强调|指出|认为|明确)|(?:请)?各[\\p{IsHan}（）()、]{1,24}?(?:要|应|须|于|按|根据|每|务必|请|在|将|\\d)|请各|(?:以上|上述|以下)(?:各项)?(?:任务|工作|事项)).*");

    private static final Pattern NAMES_UNITS = Pattern.compile(
            "^[〔（(【\\[［](?:.{0,200}(?:负责|牵头|配合)|(?:责任|主办|承办))|(?:责任|牵头|配合|主办|承办|协办)(?:单位|部门)?[：:]|(?:局|委|办|部|厅|院|中心|政府|公司|街道|负责|配合|落实)[）〕】］]$");
    private static final Pattern BARE_NUMBER = Pattern.compile("(\\d{1,2}) (?=[\\p{IsHan}“][^\\t]+$)");
    private static final Pattern PLAIN_HEADING = Pattern.compile("[\\p{IsHan}“”]{4,16}");
    private static final int FEWEST_BARE = 3;
    private static final int FEWEST_PEERS = 2;
    private static final int FURTHEST = 12;
    private static final int LONGEST_ALLOTMENT = 600;

    private Outline() {}

    static Section of(Manuscript manuscript) {
        var markers = markers(manuscript.paragraphs());
        unitHeadings(manuscript.paragraphs(), markers);
        plainHeadings(manuscript.paragraphs(), markers);
        var root = new Section(null, null, Passage.of("", 0, 0));
        var current = root;
        for (int i = 0; i < markers.size(); i++) {
            var paragraph = manuscript.paragraphs().get(i);
            var marker = markers.get(i);
            if (marker != null) {
                var parent = enclosing(current, marker.depth());
                current = new Section(parent, marker, paragraph);
                parent.children.add(current);
            } else {
                if (current.parent != null && Groups.allots(paragraph.cut(LONGEST_ALLOTMENT))) {
                    (paragraph.has(Groups.NOTE) ? root : current.parent).body.add(paragraph);
                    continue;
                }
                current = TAIL.matcher(paragraph.text()).matches() ? root : current;
                boolean aside = ASIDE.matcher(paragraph.text()).matches()
                        && !isTopic(current)
                        && isLast(manuscript.paragraphs(), markers, i);
                var to = aside ? said(root, current, markers, i) : current;
                to.body.add(paragraph);
                // what stands below what was said to all is said to all as well
                current = to == root ? root : current;
            }
        }
        closing(root);
        return root;
    }

    // 二、研究食品安全工作 says only what was spoken of: the first paragraph below it belongs to it
    private static boolean isTopic(Section section) {
        return section.marker != null
                && section.body.isEmpty()
                && section.children.isEmpty()
                && !section.head.contains("。");
    }

    // where every item is one paragraph, what stands below the last is said to all of them
    private static void closing(Section root) {
        var last = root;
        while (!last.children.isEmpty()) {
            last = last.children.getLast();
        }
        var item = last;
        if (item.marker == null || item.body.isEmpty()) {
            return;
        }
        var peers = root.descendants()
                .filter(each -> each != item && each.children.isEmpty() && each.depth() == item.depth())
                .toList();
        if (peers.size() < FEWEST_PEERS
                || peers.stream().flatMap(each -> each.body.stream()).anyMatch(Outline::isProse)) {
            return;
        }
        int from = 0;
        for (int i = 0; i < item.body.size(); i++) {
            from = setsUnitsApart(item.body.get(i)) ? i + 1 : from;
        }
        var said = item.body.subList(from, item.body.size());
        root.body.addAll(said);
        said.clear();
    }

    private static boolean isProse(Passage paragraph) {
        return !setsUnitsApart(paragraph) && paragraph.text().endsWith("。");
    }

    private static boolean setsUnitsApart(Passage paragraph) {
        return paragraph.has(NAMES_UNITS) && !TAIL.matcher(paragraph.text()).matches()
                || paragraph.matcher(Roles.LINE_LABEL).lookingAt();
    }

    // after the last of all items it is said to all of them, after the last of a group to the group
    private static Section said(Section root, Section current, List<@Nullable Marker> markers, int at) {
        for (var marker : markers.subList(at, markers.size())) {
            if (marker != null) {
                var group = current.parent;
                return group != null && marker.depth() < current.depth() ? group : current;
            }
        }
        return root;
    }

    // nothing that names units follows before the next number
    private static boolean isLast(List<Passage> paragraphs, List<@Nullable Marker> markers, int i) {
        for (int next = i;
                next < Math.min(paragraphs.size(), i + FURTHEST) && (next == i || markers.get(next) == null);
                next++) {
            if (TAIL.matcher(paragraphs.get(next).text()).matches()) {
                return true;
            }
            if (setsUnitsApart(paragraphs.get(next))) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Marker> markers(List<Passage> paragraphs) {
        List<@Nullable Marker> markers = new ArrayList<>();
        paragraphs.forEach(paragraph -> markers.add(Tables.isRow(paragraph) ? null : Marker.of(paragraph.text())));
        promoteFirst(markers);
        bareNumbers(paragraphs, markers);
        return markers;
    }

    // 1 主要目标, 2 主要任务 and so on: a number with nothing but a blank after it counts where it counts on
    private static void bareNumbers(List<Passage> paragraphs, List<@Nullable Marker> markers) {
        var bare = new ArrayList<Integer>();
        int last = 0;
        for (int i = 0; i < markers.size(); i++) {
            var number = paragraphs.get(i).matcher(BARE_NUMBER);
            if (markers.get(i) == null && number.lookingAt()) {
                int n = Integer.parseInt(number.group(1));
                if (n != last + 1) {
                    return;
                }
                last = n;
                bare.add(i);
            }
        }
        if (last >= FEWEST_BARE) {
            for (int i = 0; i < bare.size(); i++) {
                var number = paragraphs.get(bare.get(i)).matcher(BARE_NUMBER);
                markers.set(
                        bare.get(i), new Marker(Marker.Style.DIGIT_STOP, i + 1, number.lookingAt() ? number.end() : 0));
            }
        }
    }

    // a unit on a line of its own above numbered items heads a group of them
    private static void unitHeadings(List<Passage> paragraphs, List<@Nullable Marker> markers) {
        int number = 0;
        for (int i = 0; i + 1 < markers.size(); i++) {
            var next = markers.get(i + 1);
            boolean above = markers.get(i) == null && next != null && next.style() == Marker.Style.DIGIT_STOP;
            if (above && Groups.isUnitHeading(paragraphs.get(i))) {
                markers.set(i, new Marker(Marker.Style.ITEM, ++number, 0));
            }
        }
    }

    // 工作要求 on a line of its own, where no heading of the document has a number, heads what is numbered below it
    private static void plainHeadings(List<Passage> paragraphs, List<@Nullable Marker> markers) {
        if (markers.stream().anyMatch(marker -> marker != null && marker.depth() <= Marker.Style.ARTICLE.ordinal())) {
            return;
        }
        int number = 0;
        for (int i = 0; i + 1 < markers.size(); i++) {
            var next = markers.get(i + 1);
            var line = paragraphs.get(i);
            boolean heading = markers.get(i) == null
                    && PLAIN_HEADING.matcher(line.text()).matches()
                    && Topic.of(new Section(null, null, line)) != Topic.OTHER;
            if (heading && (number > 0 || next != null && next.number() == 1)) {
                markers.set(i, new Marker(Marker.Style.CHAPTER, ++number, 0));
            }
        }
    }

    // "1、" before "二、" is what a word processor made of "一、"
    private static void promoteFirst(List<@Nullable Marker> markers) {
        for (int i = 0; i < markers.size(); i++) {
            var marker = markers.get(i);
            if (marker != null && marker.style() == Marker.Style.HAN_STOP) {
                int before = indexOfDigit(markers, i, marker.number() - 1);
                if (before >= 0) {
                    var digit = markers.get(before);
                    markers.set(before, digit == null ? null : digit.as(Marker.Style.HAN_STOP));
                }
                return;
            }
        }
    }

    private static int indexOfDigit(List<@Nullable Marker> markers, int end, int number) {
        for (int i = 0; i < end; i++) {
            var marker = markers.get(i);
            if (marker != null && marker.style() == Marker.Style.DIGIT_STOP && marker.number() == number) {
                return i;
            }
        }
        return -1;
    }

    private static Section enclosing(Section current, int depth) {
        var section = current;
        while (section.depth() >= depth && section.parent != null) {
            section = section.parent;
        }
        return section;
    }
}
