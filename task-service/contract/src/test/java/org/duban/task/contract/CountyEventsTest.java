package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.contract.CountyEvent.FeatureItemNamed;
import org.duban.task.contract.CountyEvent.FeatureItemsAsked;
import org.junit.jupiter.api.Test;

class CountyEventsTest {
    private static final List<CountyEvent> SAMPLES = List.of(
            new FeatureItemsAsked(
                    Golden.id(2),
                    1,
                    "中医药综合改革示范区建设方案",
                    LocalDate.of(2026, 4, 30),
                    1,
                    List.of(Golden.id(3), Golden.id(4))),
            new FeatureItemNamed(
                    Golden.id(2),
                    Golden.id(5),
                    "中医药综合改革示范区建设方案",
                    "探索中医药人才县管乡用",
                    Golden.id(6),
                    Golden.id(3),
                    Golden.id(3),
                    0));

    @Test
    void travelsWordForWord() {
        Golden.check(CountyEvent.TYPES, SAMPLES);
    }

    @Test
    void whatIsAskedByOnePlanStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(CountyEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
