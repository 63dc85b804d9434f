package org.duban.task.rectification;

import java.util.List;
import java.util.UUID;
import org.duban.task.text.Stripped;
import org.jspecify.annotations.Nullable;

/**
 * Which items are asked for; what is null or empty does not narrow it.
 *
 * @param unit responsible or cooperating
 * @param county the responsible unit's
 * @param overdue only those past their day
 * @param followUpDue only closed ones whose check afterwards is due
 * @param words found anywhere in problem, place or measure, two characters suffice
 */
public record RectificationFilter(
        List<RectificationState> states,
        List<RectificationSource> sources,
        @Nullable UUID unit,
        @Nullable UUID county,
        @Nullable UUID plan,
        @Nullable UUID task,
        boolean overdue,
        boolean followUpDue,
        @Nullable String words) {

    public RectificationFilter {
        words = Stripped.orNull(words);
    }
}
