package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.duban.task.assessment.Measure.Opens;
import org.jspecify.annotations.Nullable;

/**
 * One fact as it was counted when the month was settled, or what takes part of it back since. Never changed.
 *
 * @param factId what it leads to
 * @param points what the fact counts; negative on a line that takes back
 * @param corrects the line that this one takes back from; null for a fact
 */
record ScoreLine(
        UUID id,
        YearMonth month,
        UUID unitId,
        @Nullable UUID countyId,
        Measure measure,
        Opens opens,
        UUID factId,
        @Nullable UUID taskId,
        LocalDate day,
        String words,
        BigDecimal points,
        @Nullable UUID corrects) {

    static ScoreLine of(UUID id, YearMonth month, Facts.Fact fact, ScoringRules.ScoringItem item) {
        return new ScoreLine(
                id,
                month,
                fact.unitId(),
                fact.countyId(),
                fact.measure(),
                fact.measure().opens(),
                fact.id(),
                fact.taskId(),
                fact.day(),
                fact.words(),
                fact.points(item),
                null);
    }

    /** The line that an upheld appeal adds: this one itself stays as it was. */
    ScoreLine takenBack(UUID id, UUID appeal, BigDecimal restored, LocalDate day) {
        return new ScoreLine(
                id,
                month,
                unitId,
                countyId,
                measure,
                Opens.APPEAL,
                appeal,
                taskId,
                day,
                "申诉成立，退还扣分：" + words,
                restored.negate(),
                this.id);
    }
}
