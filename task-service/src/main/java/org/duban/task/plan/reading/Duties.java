package org.duban.task.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 职责 paragraphs: a unit, or several, and after the colon what it owes. */
final class Duties {
    private static final Pattern UNIT =
            Pattern.compile("^(?<units>[^：:。；;，,]{2,60}(?:[，,][^：:。；;，,]{2,20})*+)[：:](?=.{6,})");
    private static final Pattern NO_UNIT = Pattern.compile(
            "职责|组\\s*长|成\\s*员|主\\s*任|召集人|附\\s*件|抄\\s*送|主\\s*送|单位$|要求|目标|时间|地点|出席|列席|参加|主持|记录|发送|联系人|电话|如下|事项|工作$|措施|任务|内容|指标|标准|阶段|责任");
    private static final int FEWEST = 3;

    private Duties() {}

    static List<Reading.Duty> in(Section root) {
        var duties = new ArrayList<Reading.Duty>();
        var paragraphs = new ArrayList<Passage>(root.body);
        root.descendants().forEach(section -> {
            paragraphs.add(section.head);
            paragraphs.addAll(section.body);
        });
        paragraphs.forEach(paragraph -> duties.addAll(duties(paragraph)));
        // one or two such lines are a manner of speaking, not a division of duties
        return duties.size() >= FEWEST ? duties : List.of();
    }

    private static List<Reading.Duty> duties(Passage paragraph) {
        var match = paragraph.matcher(UNIT);
        if (!match.find() || NO_UNIT.matcher(match.group("units")).find()) {
            return List.of();
        }
        var units = UnitList.of(paragraph.slice(match.start("units"), match.end("units")));
        boolean shaped =
                units.stream().allMatch(unit -> UnitName.hasShape(unit.text()) || UnitName.isWildcard(unit.text()));
        if (!shaped) {
            return List.of();
        }
        var text = paragraph.from(match.end()).strip();
        return units.stream()
                .map(unit -> new Reading.Duty(unit.text(), Tasks.startOf(text), text.text(), paragraph.span(), 0.95))
                .toList();
    }
}
