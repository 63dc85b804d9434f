package org.duban.task.ledger;

import static org.duban.task.ledger.PartState.ACKNOWLEDGED;
import static org.duban.task.ledger.PartState.ASSIGNED;
import static org.duban.task.ledger.PartState.COMPLETED;
import static org.duban.task.ledger.PartState.IN_PROGRESS;
import static org.duban.task.ledger.PartState.RELEASED;

import java.util.Map;
import java.util.Optional;

/** The life of one unit's part in a task, in one table. A unit that was released and comes back begins anew. */
final class PartLife {

    enum Step {
        /** 签收 */
        ACKNOWLEDGE,
        /** 报送: who reports has taken the task on */
        REPORT,
        /** 申请办结 */
        COMPLETE,
        /** 退回, 重新办理 */
        TAKE_UP_AGAIN,
        /** 进入下一周期: nothing is done yet, and who had signed for it need not again */
        BEGIN_ANEW,
        /** 进入下一周期, 尚未签收 */
        BEGIN_ANEW_UNSIGNED,
        /** 解除 */
        RELEASE
    }

    private static final Map<PartState, Map<Step, PartState>> TABLE = Map.of(
            ASSIGNED,
                    Map.of(
                            Step.ACKNOWLEDGE, ACKNOWLEDGED,
                            Step.REPORT, IN_PROGRESS,
                            Step.BEGIN_ANEW_UNSIGNED, ASSIGNED,
                            Step.RELEASE, RELEASED),
            ACKNOWLEDGED,
                    Map.of(
                            Step.REPORT, IN_PROGRESS,
                            Step.COMPLETE, COMPLETED,
                            Step.BEGIN_ANEW, ACKNOWLEDGED,
                            Step.RELEASE, RELEASED),
            // What was begun by its pieces may not have been signed for yet.
            IN_PROGRESS,
                    Map.of(
                            Step.ACKNOWLEDGE, IN_PROGRESS,
                            Step.REPORT, IN_PROGRESS,
                            Step.COMPLETE, COMPLETED,
                            Step.BEGIN_ANEW, ACKNOWLEDGED,
                            Step.BEGIN_ANEW_UNSIGNED, ASSIGNED,
                            Step.RELEASE, RELEASED),
            COMPLETED,
                    Map.of(
                            Step.ACKNOWLEDGE, COMPLETED,
                            Step.REPORT, COMPLETED,
                            Step.TAKE_UP_AGAIN, IN_PROGRESS,
                            Step.BEGIN_ANEW, ACKNOWLEDGED,
                            Step.BEGIN_ANEW_UNSIGNED, ASSIGNED,
                            Step.RELEASE, RELEASED),
            RELEASED, Map.of());

    private PartLife() {}

    /** @return where the step leads; empty where it is not allowed */
    static Optional<PartState> after(PartState state, Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(step));
    }
}
