package org.duban.task.contract;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value TaskTopic#NAME} tells of assessment (behaviours.md P16): keyed by score sheet. */
public sealed interface AssessmentEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends AssessmentEvent>> TYPES = Map.ofEntries(
            entry("duban.task.score-announced.v1", ScoreAnnounced.class),
            entry("duban.task.score-appealed.v1", ScoreAppealed.class),
            entry("duban.task.score-appeal-decided.v1", ScoreAppealDecided.class),
            entry("duban.task.score-appeal-withdrawn.v1", ScoreAppealWithdrawn.class));

    Sheet sheet();

    @Override
    default String key() {
        return sheet().sheetId().toString();
    }

    /**
     * One unit's score of one month.
     *
     * @param month as {@code 2026-11}
     * @param unitCountyId the unit's county; null for the city's own units
     */
    record Sheet(
            UUID sheetId,
            String month,
            UUID unitId,
            @Nullable UUID unitCountyId) {}

    /**
     * The city has settled the month.
     *
     * @param total of 100, more with bonus points
     * @param place 1 for the highest; the same total shares it
     * @param assessed how many units were assessed
     * @param appealBy last day on which the unit may appeal
     */
    record ScoreAnnounced(Sheet sheet, BigDecimal total, int place, int assessed, LocalDate appealBy)
            implements AssessmentEvent {}

    /**
     * A unit says that something was counted wrongly.
     *
     * @param measure what kind of fact, in words: 迟报
     * @param fact what it was about
     */
    record ScoreAppealed(Sheet sheet, UUID appealId, String measure, String fact, String words)
            implements AssessmentEvent {}

    /**
     * @param restored points given back; null where the appeal was rejected
     * @param total from now on
     * @param place from now on
     * @param words why
     */
    record ScoreAppealDecided(
            Sheet sheet,
            UUID appealId,
            boolean upheld,
            @Nullable BigDecimal restored,
            BigDecimal total,
            int place,
            String words)
            implements AssessmentEvent {}

    /** The unit took its appeal back before it was decided. */
    record ScoreAppealWithdrawn(Sheet sheet, UUID appealId) implements AssessmentEvent {}
}
