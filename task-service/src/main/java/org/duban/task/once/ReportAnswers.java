package org.duban.task.once;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one report answers, so that nothing of it is filled in again (behaviours.md X2).
 *
 * @param given whether it has been handed in and not returned
 * @param answeredBy the report that answered this one, on a task that is the same; null where it was handed in by itself
 * @param spared how many forms beside the round's own need not be filled in, or were not
 * @param left reports on tasks that are the same which this one leaves as they are, with the reason
 */
public record ReportAnswers(
        boolean given,
        @Nullable UUID answeredBy,
        @Nullable String answeredByTask,
        int spared,
        List<ReportAnswer> answers,
        List<LeftReport> left) {

    public record LeftReport(String words, UUID taskId, UUID reportId) {}

    /**
     * @param taskId of the task it is asked on
     * @param reportId the report that is answered along with this one; only for {@link Kind#SAME_TASK}
     * @param indicatorId only for {@link Kind#INDICATOR}
     */
    public record ReportAnswer(
            Kind kind,
            String words,
            UUID taskId,
            @Nullable UUID reportId,
            @Nullable UUID indicatorId) {}

    public enum Kind {
        /** 督导调度 */
        ROUND,
        /** 议定事项的落实情况 */
        MEETING,
        /** 指标填报 */
        INDICATOR,
        /** 另一计划的同一事项 */
        SAME_TASK
    }
}
