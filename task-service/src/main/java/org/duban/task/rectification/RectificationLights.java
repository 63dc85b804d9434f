package org.duban.task.rectification;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.duban.task.light.Light;
import org.duban.task.light.Lit;
import org.duban.task.text.DayWords;
import org.jspecify.annotations.Nullable;

/** The light of an item, with its reason. */
final class RectificationLights {
    private static final int BLUE_DAYS = 7;
    private static final int YELLOW_DAYS = 3;

    private RectificationLights() {}

    /** @param returned it came back with a reason and was not handed in again */
    record Facts(
            RectificationState state,
            LocalDate planBy,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate followUpOn,
            @Nullable Boolean onTime,
            boolean returned) {

        /** The day that counts now; null where nothing is waited for. */
        @Nullable
        LocalDate deadline() {
            return switch (state) {
                case OPEN -> dueOn != null && dueOn.isBefore(planBy) ? dueOn : planBy;
                case PLAN_SUBMITTED, PLANNED -> dueOn;
                case CLOSED -> followUpOn;
                case RECTIFIED, HELD, RECURRED, WITHDRAWN -> null;
            };
        }

        boolean overdue(LocalDate today) {
            LocalDate day = deadline();
            return state != RectificationState.CLOSED && day != null && day.isBefore(today);
        }
    }

    static Lit of(Facts item, LocalDate today) {
        LocalDate day = item.deadline();
        return switch (item.state()) {
            case OPEN -> waiting(item, day, today, "制定方案");
            case PLAN_SUBMITTED, PLANNED -> waiting(item, day, today, "整改");
            case RECTIFIED -> new Lit(Light.GREEN, "已整改，待复查");
            case CLOSED ->
                day != null && !day.isAfter(today)
                        ? new Lit(Light.YELLOW, "应于%s回头看".formatted(DayWords.of(day)))
                        : closed(item, day);
            case HELD -> new Lit(Light.GREEN, "回头看未见反弹");
            case RECURRED -> new Lit(Light.RED, "回头看发现问题反弹，已另行整改");
            case WITHDRAWN -> new Lit(Light.GREEN, "已撤销");
        };
    }

    private static Lit closed(Facts item, @Nullable LocalDate followUpOn) {
        String then = followUpOn == null ? "" : "，%s回头看".formatted(DayWords.of(followUpOn));
        return Boolean.FALSE.equals(item.onTime())
                ? new Lit(Light.DONE_LATE, "逾期整改，已销号" + then)
                : new Lit(Light.GREEN, "按期整改，已销号" + then);
    }

    private static Lit waiting(Facts item, @Nullable LocalDate day, LocalDate today, String what) {
        if (day == null) {
            return new Lit(Light.GREEN, "方案待审核");
        }
        long days = DAYS.between(today, day);
        if (days < 0) {
            return new Lit(Light.RED, "%s已逾期%d天".formatted(what, -days));
        }
        if (item.returned()) {
            return new Lit(Light.YELLOW, "已退回，%s期限为%s".formatted(what, DayWords.of(day)));
        }
        String left = days == 0 ? "今日%s期限".formatted(what) : "距%s期限还有%d天".formatted(what, days);
        return new Lit(days <= YELLOW_DAYS ? Light.YELLOW : days <= BLUE_DAYS ? Light.BLUE : Light.GREEN, left);
    }
}
