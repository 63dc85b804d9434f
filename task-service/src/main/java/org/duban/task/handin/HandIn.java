package org.duban.task.handin;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param county the county whose plan it is; null for the city's
 * @param words how it is to be done; null where the title says it all
 * @param dueOn already moved where it falls on a day off
 * @param occasion why it is asked for of itself; null where a supervisor asked
 */
record HandIn(
        UUID id,
        UUID plan,
        String planTitle,
        @Nullable UUID county,
        String title,
        @Nullable String words,
        LocalDate dueOn,
        @Nullable Occasion occasion) {

    sealed interface Occasion {
        UUID task();
    }

    /** Every year, of the units that lead the task (behaviours.md B6). */
    record Yearly(UUID task, Artefact artefact, int year) implements Occasion {}

    /** In a round, of the units that cooperate in the task: what its lead unit is told before it reports (B2). */
    record Contribution(UUID task, UUID round) implements Occasion {}
}
