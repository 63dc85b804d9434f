package org.duban.task.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.task.assessment.Appeal.Said;
import org.junit.jupiter.api.Test;

class AppealTest {
    private static final LocalDate APPEAL_BY = LocalDate.of(2023, 4, 19);
    private static final UUID UNIT = UUID.randomUUID();

    private static ScoreLine line(Measure measure) {
        return new ScoreLine(
                UUID.randomUUID(),
                YearMonth.of(2023, 3),
                UNIT,
                null,
                measure,
                measure.opens(),
                UUID.randomUUID(),
                null,
                LocalDate.of(2023, 3, 28),
                "建立督办台账",
                new BigDecimal("5"),
                null);
    }

    private static Said said(String day) {
        return new Said(OffsetDateTime.parse(day + "T10:00:00+08:00"), "方晓岚", "当日系统停机");
    }

    private static Appeal open(ScoreLine line) {
        return Appeal.open(UUID.randomUUID(), line, UNIT, APPEAL_BY, said("2023-04-19"));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        AssessmentRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void unitAppealsUntilTheLastDay() {
        ScoreLine line = line(Measure.LATE_REPORT);
        assertThat(open(line).state()).isEqualTo(AppealState.OPEN);
        refused("appeal-too-late", () -> Appeal.open(UUID.randomUUID(), line, UNIT, APPEAL_BY, said("2023-04-20")));
    }

    @Test
    void onlyWhatWasTakenFromItselfCanBeAppealed() {
        ScoreLine line = line(Measure.LATE_REPORT);
        refused(
                "only-own-score",
                () -> Appeal.open(UUID.randomUUID(), line, UUID.randomUUID(), APPEAL_BY, said("2023-04-18")));
        refused("not-appealable", () -> open(line(Measure.FEATURE)));
        refused(
                "not-appealable",
                () -> open(line.takenBack(UUID.randomUUID(), UUID.randomUUID(), BigDecimal.ONE, APPEAL_BY)));
    }

    @Test
    void upheldAppealGivesBackAllOrPartAndNeverMore() {
        ScoreLine line = line(Measure.LATE_REPORT);
        assertThat(open(line).uphold(line, null, said("2023-04-20")).decision().restored())
                .isEqualByComparingTo("5");
        assertThat(open(line)
                        .uphold(line, new BigDecimal("2.5"), said("2023-04-20"))
                        .decision()
                        .restored())
                .isEqualByComparingTo("2.5");
        refused("restores-too-much", () -> open(line).uphold(line, new BigDecimal("5.01"), said("2023-04-20")));
        refused("restores-too-much", () -> open(line).uphold(line, BigDecimal.ZERO, said("2023-04-20")));
    }

    @Test
    void whatIsDecidedStays() {
        ScoreLine line = line(Measure.LATE_REPORT);
        Appeal rejected = open(line).reject(said("2023-04-20"));
        refused("appeal-decided", () -> rejected.uphold(line, null, said("2023-04-21")));
        refused("appeal-decided", rejected::withdraw);
        refused("appeal-decided", () -> open(line).withdraw().reject(said("2023-04-21")));
    }
}
