package org.duban.task.goal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which goals are asked for; what is null or empty does not narrow it. */
public record GoalFilter(
        @Nullable Integer year,
        @Nullable UUID unit,
        @Nullable UUID county,
        @Nullable UUID plan,
        List<GoalState> states) {}
