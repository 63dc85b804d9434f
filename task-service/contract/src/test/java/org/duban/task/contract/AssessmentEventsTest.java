package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duban.task.contract.AssessmentEvent.ScoreAnnounced;
import org.duban.task.contract.AssessmentEvent.ScoreAppealDecided;
import org.duban.task.contract.AssessmentEvent.ScoreAppealWithdrawn;
import org.duban.task.contract.AssessmentEvent.ScoreAppealed;
import org.duban.task.contract.AssessmentEvent.Sheet;
import org.junit.jupiter.api.Test;

class AssessmentEventsTest {
    private static final Sheet SHEET = new Sheet(Golden.id(1), "2026-11", Golden.id(3), Golden.id(4));
    private static final List<AssessmentEvent> SAMPLES = List.of(
            new ScoreAnnounced(SHEET, new BigDecimal("92.5"), 3, 22, LocalDate.of(2026, 12, 11)),
            new ScoreAppealed(SHEET, Golden.id(5), "迟报", "提升基层中医药服务能力", "当日系统停机，次日一早即已补报。"),
            new ScoreAppealDecided(
                    SHEET, Golden.id(5), true, new BigDecimal("5"), new BigDecimal("94.5"), 2, "情况属实，予以退还。"),
            new ScoreAppealWithdrawn(SHEET, Golden.id(5)));

    @Test
    void travelsWordForWord() {
        Golden.check(AssessmentEvent.TYPES, SAMPLES);
    }

    @Test
    void whatIsSaidOfOneSheetStaysInOrder() {
        assertThat(SAMPLES)
                .extracting(AssessmentEvent::key)
                .containsOnly(Golden.id(1).toString());
    }
}
