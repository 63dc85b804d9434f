package org.duban.task.bulletin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.overview.Numbers;
import org.duban.task.overview.Overview.Month;
import org.duban.task.overview.Overview.OfCounty;
import org.duban.task.overview.Overview.OfUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a month's bulletin tells, counted by the same query as the dashboard.
 *
 * @param totals the plan's numbers of the month
 * @param before the latest month before with a round; null for a first round
 * @param units highest on-time rate first
 * @param missing what was owed and not handed in by its day or before its round was closed
 * @param problems what stands in the way, as reported
 * @param repeated reports that repeat the words of the one before
 * @param still tasks whose progress has not moved
 */
@Schema(name = "BulletinFacts")
public record Facts(
        Numbers totals,
        @Nullable Month before,
        List<OfUnit> units,
        List<OfCounty> counties,
        List<Missing> missing,
        List<Problem> problems,
        List<Repeated> repeated,
        List<Still> still) {

    @Schema(name = "BulletinMissing")
    public record Missing(String unit, UUID taskId, String task, LocalDate dueOn) {}

    @Schema(name = "BulletinProblem")
    public record Problem(String unit, UUID taskId, String task, String words) {}

    /** @param percent how much of the words is the same */
    @Schema(name = "BulletinRepeated")
    public record Repeated(String unit, UUID taskId, String task, int percent, String words) {}

    /**
     * @param progress 0 to 100
     * @param months how many reports in a row said so
     */
    @Schema(name = "BulletinStill")
    public record Still(String unit, UUID taskId, String task, int progress, int months) {}
}
