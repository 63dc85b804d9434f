package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A month's ranking, as far as the caller sees it.
 *
 * @param month as {@code 2026-11}
 * @param appealBy last day for an appeal; null while the month is not settled
 * @param openAppeals how many appeals of the month that the caller sees wait for a decision
 * @param openRounds how many rounds of the month still take reports: until they are closed it is not settled
 * @param assessed how many units are assessed in the whole city
 * @param average of all of them; null where there is none
 * @param units those that the caller sees, the highest total first
 */
public record AssessmentBoard(
        String month,
        AssessmentState state,
        @Nullable OffsetDateTime settledAt,
        @Nullable String settledBy,
        @Nullable LocalDate appealBy,
        int openAppeals,
        int openRounds,
        int assessed,
        @Nullable BigDecimal average,
        ScoringRules rules,
        List<AssessedUnit> units,
        boolean maySettle,
        boolean mayAward) {

    /**
     * @param place among all of the city
     * @param announced what was announced, where an appeal has changed it since; else null
     * @param facts how many facts were counted
     * @param sheetId null while the month is not settled
     */
    public record AssessedUnit(
            UnitRef unit,
            int place,
            BigDecimal total,
            @Nullable BigDecimal announced,
            List<AssessedPart> parts,
            BigDecimal bonus,
            int facts,
            @Nullable UUID sheetId) {}

    /** @param score of 100, before the weight */
    public record AssessedPart(String name, int weight, BigDecimal score) {}
}
