package org.duban.task.plan.version;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a task of a newer version stands to the ledger.
 *
 * @param taskId the ledger's task; null for a new one
 * @param ordinal that one's ordinal in its plan
 * @param state that one's state, as CLOSED; a closed task is not changed any more
 * @param differences what adoption changes; none for SAME and NEW
 */
public record SameAs(
        @Nullable UUID taskId,
        @Nullable Integer ordinal,
        @Nullable String state,
        Kind change,
        List<Difference> differences) {

    public enum Kind {
        SAME,
        CHANGED,
        NEW
    }

    /** @param field title, text, leads, cooperators, dueOn or indicators */
    public record Difference(String field, String from, String to) {}

    static SameAs nothing() {
        return new SameAs(null, null, null, Kind.NEW, List.of());
    }
}
