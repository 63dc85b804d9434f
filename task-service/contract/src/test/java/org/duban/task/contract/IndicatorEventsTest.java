package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.duban.task.contract.IndicatorEvent.IndicatorMeasured;
import org.junit.jupiter.api.Test;

class IndicatorEventsTest {
    private static final List<IndicatorEvent> SAMPLES = List.of(new IndicatorMeasured(
            Golden.id(2),
            2,
            "县域内就诊率",
            Golden.id(3),
            Golden.id(4),
            null,
            "2026-11",
            new BigDecimal("84.5"),
            "%",
            new BigDecimal("85.5"),
            "不低于85%",
            false,
            true));

    @Test
    void travelsWordForWord() {
        Golden.check(IndicatorEvent.TYPES, SAMPLES);
    }

    @Test
    void whatIsMeasuredOfOneIndicatorStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(IndicatorEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
