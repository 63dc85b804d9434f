package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.task.assessment.Measure.Opens;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * How one unit came to its score: every line names its fact and leads to it.
 *
 * @param id null while the month is not settled
 * @param month as {@code 2026-11}
 * @param assessed how many units are assessed in the whole city
 * @param announced what was announced, where an appeal has changed it since; else null
 * @param bonusCap most that is added in all; null for no limit
 */
public record ScoreSheet(
        @Nullable UUID id,
        String month,
        AssessmentState state,
        @Nullable LocalDate appealBy,
        UnitRef unit,
        int place,
        int assessed,
        BigDecimal total,
        @Nullable BigDecimal announced,
        @Nullable Integer announcedPlace,
        List<SheetPart> parts,
        List<SheetItem> bonus,
        BigDecimal bonusPoints,
        @Nullable BigDecimal bonusCap) {

    /**
     * @param score of 100, before the weight
     * @param weighted what it adds to the total
     */
    public record SheetPart(String name, int weight, BigDecimal score, BigDecimal weighted, List<SheetItem> items) {}

    /**
     * @param points for each fact
     * @param cap most that the item counts in a month; null for no limit
     * @param raw the facts' points, less what was taken back
     * @param counted of them, after the cap
     */
    public record SheetItem(
            Measure measure,
            String words,
            BigDecimal points,
            @Nullable BigDecimal cap,
            int facts,
            BigDecimal raw,
            BigDecimal counted,
            boolean capped,
            List<SheetLine> lines) {}

    /**
     * One fact, or what takes part of another back.
     *
     * @param id null while the month is not settled
     * @param opens what it leads to
     * @param factId of what it leads to
     * @param taskId the task it was about; null where it was about none, or one that is the caller's to see no more
     * @param points what it adds to the part or, below zero, takes from it
     * @param corrects the line that it takes back from; null for a fact
     * @param appealId the unit's appeal against it; null where there is none
     * @param mayAppeal whether the caller may appeal against it now
     */
    public record SheetLine(
            @Nullable UUID id,
            Opens opens,
            UUID factId,
            @Nullable UUID taskId,
            LocalDate day,
            String words,
            BigDecimal points,
            @Nullable UUID corrects,
            @Nullable UUID appealId,
            @Nullable AppealState appealState,
            boolean mayAppeal) {

        SheetLine ofTasks(Set<UUID> seen) {
            return taskId == null || seen.contains(taskId)
                    ? this
                    : new SheetLine(
                            id, opens, factId, null, day, words, points, corrects, appealId, appealState, mayAppeal);
        }
    }
}
