package org.duban.task.lightrule;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.task.light.RuleSet.RuleLine;
import org.jspecify.annotations.Nullable;

/**
 * The rules of lights of a plan, or the city's default.
 *
 * @param planId null for the city's default
 * @param version what a change must name
 * @param origin whose rules are in force
 * @param rules in force today, from grave to calm
 * @param stillDays a task without movement for so many days is named before its light turns; null names none
 * @param since the day from which they are in force; null where nobody has adopted any
 * @param usual what the plan would follow without rules of its own; for the city what offices usually have
 * @param adoptions the latest day first
 * @param mayChange whether the caller adopts and tries rules here
 */
public record LightRulesView(
        @Nullable UUID planId,
        @Nullable String planTitle,
        long version,
        Origin origin,
        List<RuleLine> rules,
        @Nullable Integer stillDays,
        @Nullable LocalDate since,
        LightRuleSet usual,
        List<LightRulesAdoption> adoptions,
        boolean mayChange) {

    public enum Origin {
        /** The plan's own. */
        PLAN,
        /** The city's default. */
        CITY,
        /** Nobody has adopted any: as offices usually have them. */
        USUAL
    }

    /** @param stillDays null names none */
    public record LightRuleSet(
            List<RuleLine> rules, @Nullable Integer stillDays) {}

    /**
     * @param rules null where the plan went back to the city's default
     * @param state what became of it
     */
    public record LightRulesAdoption(
            UUID id,
            LocalDate from,
            State state,
            @Nullable LightRuleSet rules,
            String reason,
            OffsetDateTime adoptedAt,
            String adoptedBy) {

        public enum State {
            /** 待执行 */
            COMING,
            /** 执行中 */
            IN_FORCE,
            /** 已停用: later ones took its place */
            PAST,
            /** 未执行: others were adopted before its day came */
            SUPERSEDED
        }
    }
}
