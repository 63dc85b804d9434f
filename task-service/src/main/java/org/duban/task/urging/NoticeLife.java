package org.duban.task.urging;

import static org.duban.task.urging.NoticeAction.APPEAL;
import static org.duban.task.urging.NoticeAction.DISMISS;
import static org.duban.task.urging.NoticeAction.ISSUE;
import static org.duban.task.urging.NoticeAction.RECEIVE;
import static org.duban.task.urging.NoticeAction.REPLY;
import static org.duban.task.urging.NoticeAction.SETTLE;
import static org.duban.task.urging.NoticeAction.UPHOLD;
import static org.duban.task.urging.NoticeAction.WITHDRAW;
import static org.duban.task.urging.NoticeState.APPEALED;
import static org.duban.task.urging.NoticeState.DISMISSED;
import static org.duban.task.urging.NoticeState.ISSUED;
import static org.duban.task.urging.NoticeState.LAPSED;
import static org.duban.task.urging.NoticeState.PROPOSED;
import static org.duban.task.urging.NoticeState.RECEIVED;
import static org.duban.task.urging.NoticeState.REPLIED;
import static org.duban.task.urging.NoticeState.SETTLED;
import static org.duban.task.urging.NoticeState.WITHDRAWN;

import java.util.Map;
import java.util.Optional;

/** The life of a notice in one table: what may be done where, and where it leads. What is not named has ended. */
final class NoticeLife {
    private static final Map<NoticeState, Map<NoticeAction, NoticeState>> TABLE = Map.of(
            PROPOSED, Map.of(ISSUE, ISSUED, DISMISS, DISMISSED, SETTLE, LAPSED),
            ISSUED, Map.of(RECEIVE, RECEIVED, APPEAL, APPEALED, SETTLE, SETTLED),
            RECEIVED, Map.of(REPLY, REPLIED, APPEAL, APPEALED, SETTLE, SETTLED),
            REPLIED, Map.of(REPLY, REPLIED, SETTLE, SETTLED),
            // while an appeal is open nothing else happens; a notice that was appealed against once is not again
            APPEALED, Map.of(UPHOLD, RECEIVED, WITHDRAW, WITHDRAWN));

    private NoticeLife() {}

    /** @return where the action leads; empty where it is not allowed */
    static Optional<NoticeState> after(NoticeState state, NoticeAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }
}
