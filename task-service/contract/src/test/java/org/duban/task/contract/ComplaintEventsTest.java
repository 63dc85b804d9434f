package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.contract.ComplaintEvent.Case;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerSubmitted;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswered;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.ComplaintRated;
import org.duban.task.contract.ComplaintEvent.ComplaintReceived;
import org.duban.task.contract.ComplaintEvent.ComplaintRejected;
import org.duban.task.contract.ComplaintEvent.ComplaintVerified;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.junit.jupiter.api.Test;

class ComplaintEventsTest {
    private static final List<ComplaintEvent> SAMPLES = List.of(
            new ComplaintReceived(about(1), LocalDate.of(2026, 11, 22)),
            new ComplaintVerified(about(2)),
            new ComplaintRejected(about(2)),
            new ComplaintGiven(about(3), Golden.id(3), LocalDate.of(2026, 12, 11), Golden.id(9)),
            new ComplaintAnswerSubmitted(about(4), Golden.id(3)),
            new ComplaintAnswerReturned(about(5), Golden.id(3), LocalDate.of(2026, 12, 18), "请写明退费金额。"),
            new ComplaintAnswered(about(7), Golden.id(3), LocalDate.of(2026, 12, 15)),
            new ComplaintRated(about(8), Golden.id(3), 5));

    private static Case about(long version) {
        return new Case(Golden.id(2), version, Kind.COMPLAINT, "投诉〔2026〕15号", Golden.id(4));
    }

    @Test
    void travelsWordForWord() {
        Golden.check(ComplaintEvent.TYPES, SAMPLES);
    }

    @Test
    void whatHappensToOneComplaintStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(ComplaintEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
