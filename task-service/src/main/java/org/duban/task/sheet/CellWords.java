package org.duban.task.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.task.directory.UnitRef;
import org.duban.task.ledger.Indicator;
import org.duban.task.ledger.TaskKind;
import org.duban.task.ledger.TaskState;
import org.duban.task.light.Light;
import org.duban.task.sheet.xlsx.CellText;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger is worded in cells. Writing a sheet and comparing one with the ledger use the same words, so that what nobody
 * edited is never a change.
 */
final class CellWords {
    static final String STANDING = "长期";
    static final String BETWEEN_UNITS = "、";

    private CellWords() {}

    static boolean same(String ledgers, @Nullable String cells) {
        return CellText.canonical(ledgers).equals(cells == null ? "" : CellText.canonical(cells));
    }

    static boolean sameLine(String ledgers, @Nullable String cells) {
        return oneLine(ledgers).equals(cells == null ? "" : oneLine(cells));
    }

    /** A heading has no line breaks, wherever somebody broke it to fit a column. */
    static String oneLine(String words) {
        return CellText.canonical(words).replaceAll("\\s*\\n\\s*", "").strip();
    }

    static String units(List<UnitRef> units, @Nullable UUID countyOfPlan) {
        return units.stream().map(unit -> unit.nameIn(countyOfPlan)).collect(Collectors.joining(BETWEEN_UNITS));
    }

    static String units(List<UUID> units, Map<UUID, UnitRef> known, @Nullable UUID countyOfPlan) {
        return units(
                units.stream()
                        .map(unit -> known.getOrDefault(unit, UnitRef.unknown(unit)))
                        .toList(),
                countyOfPlan);
    }

    static String due(@Nullable LocalDate dueOn, boolean standing) {
        return dueOn != null ? dueOn.toString() : standing ? STANDING : "";
    }

    static String yes(boolean it) {
        return it ? "是" : "否";
    }

    static String indicators(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::text).collect(Collectors.joining("\n"));
    }

    static String kind(TaskKind kind) {
        return switch (kind) {
            case ONE_OFF -> "一次性";
            case STANDING -> "常态化";
            case PERIODIC -> "周期性";
            case INDICATOR -> "指标类";
        };
    }

    static String state(TaskState state) {
        return switch (state) {
            case DRAFTED -> "草稿";
            case ASSIGNED -> "待签收";
            case ACKNOWLEDGED -> "已签收";
            case IN_PROGRESS -> "推进中";
            case COMPLETION_SUBMITTED -> "待核验";
            case SUSPENDED -> "已暂缓";
            case CLOSED -> "已销号";
        };
    }

    static String light(Light light) {
        return switch (light) {
            case GREEN -> "正常";
            case BLUE -> "临期";
            case YELLOW -> "预警";
            case RED -> "逾期滞后";
            case DONE_LATE -> "逾期办结";
        };
    }
}
