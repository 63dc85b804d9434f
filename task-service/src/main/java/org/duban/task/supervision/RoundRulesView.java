package org.duban.task.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;

/**
 * A plan's rules and what they come to.
 *
 * @param next the next periods with the days on which reports will be due
 * @param mayChange whether the caller sets them
 */
public record RoundRulesView(long version, @JsonUnwrapped RoundRules rules, List<Next> next, boolean mayChange) {

    /** @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47} */
    public record Next(String period, LocalDate dueOn) {}
}
