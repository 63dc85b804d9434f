package org.duban.task.rectification;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param place where, as 县中医院门诊部
 * @param planId the plan it belongs to, if any; likewise the task and the complaint
 */
public record Finding(
        RectificationSource source,
        LocalDate foundOn,
        @Nullable String place,
        String problem,
        @Nullable UUID planId,
        @Nullable UUID taskId,
        @Nullable UUID complaintId) {

    private static final int ONE_LINE = 40;

    /** The same, seen once more. */
    Finding again(LocalDate today) {
        return new Finding(source, today, place, problem, planId, taskId, complaintId);
    }

    /** The problem in one line. */
    String title() {
        String first = problem.strip().split("[\\n。；;]", 2)[0].strip();
        return first.codePointCount(0, first.length()) <= ONE_LINE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, ONE_LINE)) + "…";
    }
}
