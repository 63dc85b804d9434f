package org.duban.task.complaint;

import static org.duban.task.complaint.ComplaintAction.APPROVE_ANSWER;
import static org.duban.task.complaint.ComplaintAction.GIVE;
import static org.duban.task.complaint.ComplaintAction.RATE;
import static org.duban.task.complaint.ComplaintAction.REJECT;
import static org.duban.task.complaint.ComplaintAction.RETURN_ANSWER;
import static org.duban.task.complaint.ComplaintAction.SUBMIT_ANSWER;
import static org.duban.task.complaint.ComplaintAction.TAKE_OVER;
import static org.duban.task.complaint.ComplaintAction.VERIFY;
import static org.duban.task.complaint.ComplaintState.ANSWERED;
import static org.duban.task.complaint.ComplaintState.ANSWER_SUBMITTED;
import static org.duban.task.complaint.ComplaintState.GIVEN;
import static org.duban.task.complaint.ComplaintState.RATED;
import static org.duban.task.complaint.ComplaintState.RECEIVED;
import static org.duban.task.complaint.ComplaintState.REJECTED;
import static org.duban.task.complaint.ComplaintState.VERIFIED;

import java.util.Map;
import java.util.Optional;

/** The life of a complaint in one table (behaviours.md B7): what may be done where, and where it leads. */
final class ComplaintLife {
    private static final Map<ComplaintState, Map<ComplaintAction, ComplaintState>> TABLE = Map.of(
            RECEIVED,
            Map.of(
                    VERIFY, VERIFIED,
                    REJECT, REJECTED),
            VERIFIED,
            Map.of(
                    GIVE, GIVEN,
                    REJECT, REJECTED,
                    TAKE_OVER, VERIFIED),
            GIVEN,
            Map.of(
                    GIVE, GIVEN,
                    SUBMIT_ANSWER, ANSWER_SUBMITTED,
                    TAKE_OVER, GIVEN),
            ANSWER_SUBMITTED,
            Map.of(
                    APPROVE_ANSWER, ANSWERED,
                    RETURN_ANSWER, GIVEN,
                    TAKE_OVER, ANSWER_SUBMITTED),
            ANSWERED,
            Map.of(RATE, RATED),
            REJECTED,
            Map.of(),
            RATED,
            Map.of());

    private ComplaintLife() {}

    /** @return where the action leads; empty where it is not allowed */
    static Optional<ComplaintState> after(ComplaintState state, ComplaintAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(action));
    }
}
