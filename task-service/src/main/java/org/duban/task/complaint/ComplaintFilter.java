package org.duban.task.complaint;

import java.util.List;
import java.util.UUID;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.text.Stripped;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints are asked for; what is null or empty does not narrow it.
 *
 * @param unit that it was given to
 * @param overdue only those whose unit has let its day pass
 * @param words found anywhere in the content, two characters suffice
 */
public record ComplaintFilter(
        List<ComplaintState> states,
        @Nullable Kind kind,
        @Nullable UUID unit,
        @Nullable UUID county,
        boolean overdue,
        @Nullable String words) {

    public ComplaintFilter {
        words = Stripped.orNull(words);
    }
}
