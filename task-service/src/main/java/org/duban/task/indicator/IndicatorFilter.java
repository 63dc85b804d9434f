package org.duban.task.indicator;

import java.util.List;
import java.util.UUID;
import org.duban.task.text.Stripped;
import org.jspecify.annotations.Nullable;

/**
 * Which indicators are asked for; what is null or empty does not narrow it.
 *
 * @param county whose it is, or one of whose units measures it
 * @param unit who measures it
 * @param words found in its name, two characters suffice
 */
public record IndicatorFilter(
        List<Standing> standings,
        @Nullable UUID plan,
        @Nullable UUID task,
        @Nullable UUID county,
        @Nullable UUID unit,
        @Nullable String words) {

    public IndicatorFilter {
        words = Stripped.orNull(words);
    }
}
