package org.duban.task.overview;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose month is asked for; what is null does not narrow it.
 *
 * @param plan tasks and reports of this plan
 * @param unit what this unit leads and owes
 * @param county what units of this county lead and owe
 */
public record Board(
        YearMonth period,
        @Nullable UUID plan,
        @Nullable UUID unit,
        @Nullable UUID county) {}
