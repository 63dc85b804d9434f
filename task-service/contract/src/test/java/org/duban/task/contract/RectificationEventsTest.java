package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.contract.RectificationEvent.Item;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationCompleted;
import org.duban.task.contract.RectificationEvent.RectificationFollowedUp;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.contract.RectificationEvent.RectificationPlanAgreed;
import org.duban.task.contract.RectificationEvent.RectificationPlanReturned;
import org.duban.task.contract.RectificationEvent.RectificationPlanSubmitted;
import org.duban.task.contract.RectificationEvent.RectificationWithdrawn;
import org.duban.task.contract.RectificationEvent.ReinspectionFailed;
import org.junit.jupiter.api.Test;

class RectificationEventsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final List<RectificationEvent> SAMPLES = List.of(
            new RectificationOpened(
                    item(1), "INSPECTION", List.of(Golden.id(9)), LocalDate.of(2026, 12, 4), DAY, false, Golden.id(8)),
            new RectificationPlanSubmitted(item(2), DAY),
            new RectificationPlanAgreed(item(3), DAY),
            new RectificationPlanReturned(item(3), LocalDate.of(2026, 12, 11), "措施不具体，请落实到人。"),
            new RectificationCompleted(item(4)),
            new ReinspectionFailed(item(5), DAY, "现场仍有过期药品。"),
            new RectificationClosed(item(6), LocalDate.of(2026, 12, 20), true, LocalDate.of(2027, 6, 21)),
            new RectificationFollowedUp(item(7), false, Golden.id(7)),
            new RectificationWithdrawn(item(3), "与另一条重复。"));

    private static Item item(long version) {
        return new Item(Golden.id(2), version, "中药房存有过期饮片", Golden.id(3), Golden.id(4), null);
    }

    @Test
    void travelsWordForWord() {
        Golden.check(RectificationEvent.TYPES, SAMPLES);
    }

    @Test
    void whatHappensToOneItemStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(RectificationEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
