package org.duban.task.assessment;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which months are scored.
 *
 * @param version what a change must name
 * @param rules in force this month
 * @param since the month from which they are in force, as {@code 2026-11}; null where nobody has adopted any
 * @param usual as offices usually have them
 * @param measures everything that can be counted
 * @param adoptions the latest month first
 * @param earliest the first month for which others may be adopted
 * @param mayChange whether the caller adopts and tries rules
 */
public record ScoringRulesView(
        long version,
        ScoringRules rules,
        @Nullable String since,
        ScoringRules usual,
        List<ScoringMeasure> measures,
        List<ScoringRulesAdoption> adoptions,
        String earliest,
        boolean mayChange) {

    public record ScoringMeasure(Measure measure, String words, String explanation, boolean bonus) {}

    /** @param from the first month */
    public record ScoringRulesAdoption(
            UUID id,
            String from,
            State state,
            ScoringRules rules,
            String reason,
            OffsetDateTime adoptedAt,
            String adoptedBy) {

        public enum State {
            /** 待执行 */
            COMING,
            /** 执行中 */
            IN_FORCE,
            /** 已停用 */
            PAST,
            /** 未执行: others were adopted before its month came */
            SUPERSEDED
        }
    }
}
