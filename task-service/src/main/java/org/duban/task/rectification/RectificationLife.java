package org.duban.task.rectification;

import static org.duban.task.rectification.RectificationAction.AGREE_PLAN;
import static org.duban.task.rectification.RectificationAction.COMPLETE;
import static org.duban.task.rectification.RectificationAction.FAIL;
import static org.duban.task.rectification.RectificationAction.HOLD;
import static org.duban.task.rectification.RectificationAction.PASS;
import static org.duban.task.rectification.RectificationAction.RECUR;
import static org.duban.task.rectification.RectificationAction.RETURN_PLAN;
import static org.duban.task.rectification.RectificationAction.SUBMIT_PLAN;
import static org.duban.task.rectification.RectificationAction.WITHDRAW;
import static org.duban.task.rectification.RectificationState.CLOSED;
import static org.duban.task.rectification.RectificationState.HELD;
import static org.duban.task.rectification.RectificationState.OPEN;
import static org.duban.task.rectification.RectificationState.PLANNED;
import static org.duban.task.rectification.RectificationState.PLAN_SUBMITTED;
import static org.duban.task.rectification.RectificationState.RECTIFIED;
import static org.duban.task.rectification.RectificationState.RECURRED;
import static org.duban.task.rectification.RectificationState.WITHDRAWN;

import java.util.Map;
import java.util.Optional;

/** The life of an item in one table (behaviours.md B10, E4): what may be done where, and where it leads. */
final class RectificationLife {
    private static final Map<RectificationState, Map<RectificationAction, RectificationState>> TABLE = Map.of(
            OPEN,
            Map.of(
                    SUBMIT_PLAN, PLAN_SUBMITTED,
                    WITHDRAW, WITHDRAWN),
            PLAN_SUBMITTED,
            Map.of(
                    SUBMIT_PLAN, PLAN_SUBMITTED,
                    AGREE_PLAN, PLANNED,
                    RETURN_PLAN, OPEN,
                    WITHDRAW, WITHDRAWN),
            PLANNED,
            Map.of(
                    COMPLETE, RECTIFIED,
                    WITHDRAW, WITHDRAWN),
            RECTIFIED,
            Map.of(
                    PASS, CLOSED,
                    FAIL, PLANNED),
            CLOSED,
            Map.of(
                    HOLD, HELD,
                    RECUR, RECURRED),
            HELD,
            Map.of(),
            RECURRED,
            Map.of(),
            WITHDRAWN,
            Map.of());

    private RectificationLife() {}

    /** @return where the action leads; empty where it is not allowed */
    static Optional<RectificationState> after(RectificationState state, RectificationAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }
}
