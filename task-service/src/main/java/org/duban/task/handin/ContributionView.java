package org.duban.task.handin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What a cooperating unit tells the unit that leads the task, as the lead unit reads it.
 *
 * @param state OWED, HANDED_IN or RETURNED
 * @param words null until it has told anything
 */
public record ContributionView(
        UUID id,
        UnitRef unit,
        LocalDate dueOn,
        String state,
        boolean overdue,
        @Nullable String words,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String answeredBy) {

    static ContributionView of(HandInView handIn) {
        return new ContributionView(
                handIn.id(),
                handIn.unit(),
                handIn.dueOn(),
                handIn.state(),
                handIn.overdue(),
                handIn.answer(),
                handIn.answeredAt(),
                handIn.answeredBy());
    }
}
