package org.duban.task.ledger;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a task's history.
 *
 * @param by name of the person or software; 系统 where nobody asked for it
 * @param action DRAFT or a {@link TaskAction}
 * @param words the reason, opinion or statement given with it
 */
public record TaskHappening(
        OffsetDateTime at,
        String by,
        @Nullable String byUnit,
        String action,
        @Nullable String words,
        Map<String, Object> details) {}
