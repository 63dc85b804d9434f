package org.duban.task.county;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.ledger.TaskState;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * One task of a plan, county by county.
 *
 * @param taskId null, as are the following, where the caller sees the counties' share of it only
 * @param progress 0 to 100: of the task as a whole
 * @param cells one for each county that has a share; counties without one are not in it
 */
public record CountyLine(
        @Nullable UUID taskId,
        @Nullable TaskState state,
        @Nullable Light light,
        @Nullable String lightReason,
        @Nullable Integer progress,
        @Nullable LocalDate dueOn,
        int ordinal,
        String title,
        List<CountyCell> cells) {

    /**
     * How a county stands in a task.
     *
     * @param taskId the county's share, or the task itself where its units lead that
     * @param direct true where its units lead the task itself
     * @param progress 0 to 100, as the county's lead units have reported
     * @param pieces into how many pieces the county has decomposed its share
     */
    public record CountyCell(
            UUID county,
            UUID taskId,
            boolean direct,
            TaskState state,
            Light light,
            String lightReason,
            int progress,
            int pieces,
            int closedPieces) {}
}
