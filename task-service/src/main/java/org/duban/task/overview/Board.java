package org.duban.task.overview;

import java.util.UUID;
import org.duban.task.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Whose numbers are asked for; what is null does not narrow them.
 *
 * @param period a month stands for all rounds that count in it, a week or a quarter for its own
 * @param plan tasks and reports of this plan
 * @param unit what this unit leads and owes
 * @param county what units of this county lead and owe
 */
public record Board(
        Period period,
        @Nullable UUID plan,
        @Nullable UUID unit,
        @Nullable UUID county) {}
