package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duban.task.contract.HandInEvent.HandInAnswered;
import org.duban.task.contract.HandInEvent.HandInAsked;
import org.duban.task.contract.HandInEvent.HandInReturned;
import org.duban.task.contract.HandInEvent.HandInWithdrawn;
import org.duban.task.contract.HandInEvent.Owed;
import org.junit.jupiter.api.Test;

class HandInEventsTest {
    private static final List<HandInEvent> SAMPLES = List.of(
            new HandInAsked(about(0), LocalDate.of(2026, 9, 21), "请按附件格式报送自评情况。"),
            new HandInAnswered(about(1), true, LocalDate.of(2026, 9, 18)),
            new HandInReturned(about(2), LocalDate.of(2026, 9, 23), "请补充数据来源。"),
            new HandInWithdrawn(about(3)));

    private static Owed about(long version) {
        return new Owed(
                Golden.id(2),
                version,
                Golden.id(5),
                Golden.id(1),
                "临江县基层中医药服务能力提升实施方案",
                "三季度自评报告",
                Golden.id(3),
                Golden.id(4),
                null);
    }

    @Test
    void travelsWordForWord() {
        Golden.check(HandInEvent.TYPES, SAMPLES);
    }

    @Test
    void whatHappensToOneObligationStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(HandInEvent::key)
                .containsOnly(Golden.id(2).toString());
    }
}
