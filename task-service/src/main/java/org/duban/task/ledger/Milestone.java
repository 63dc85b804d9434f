package org.duban.task.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 时间节点: a share of the work that should be done by a day.
 *
 * @param percent 1 to 100
 * @param reachedOn the day on which reported progress came so far; null while it has not
 */
public record Milestone(
        String name, LocalDate dueOn, int percent, @Nullable LocalDate reachedOn) {

    boolean sameAs(Milestone other) {
        return name.equals(other.name) && dueOn.equals(other.dueOn) && percent == other.percent;
    }
}
