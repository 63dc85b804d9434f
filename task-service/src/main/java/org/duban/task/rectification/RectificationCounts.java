package org.duban.task.rectification;

import org.jspecify.annotations.Nullable;

/**
 * How many items stand where, of those that the caller sees.
 *
 * @param open not yet closed; overdue and toReview are among them
 * @param toReview waiting for a supervisor: a plan to agree, a rectification to inspect
 * @param closed ever closed, whatever the check afterwards brought
 * @param closedOnTimeRate 0 to 100 with one decimal; null while nothing is closed
 * @param followUpDue closed ones whose check afterwards is due
 * @param recurred whose problem came back
 */
public record RectificationCounts(
        int open,
        int overdue,
        int toReview,
        int closed,
        int closedOnTime,
        @Nullable Double closedOnTimeRate,
        int followUpDue,
        int held,
        int recurred) {}
