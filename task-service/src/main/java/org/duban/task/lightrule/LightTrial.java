package org.duban.task.lightrule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.light.Light;
import org.jspecify.annotations.Nullable;

/**
 * A rule set tried on months gone by, beside the rules that were in force then.
 *
 * @param planId null where every plan that follows the city's default was tried
 * @param months oldest first
 * @param differing in how many cases, a task in a month, the light differs
 * @param differences these cases, the newest month first; not all of them where there are many
 */
public record LightTrial(
        @Nullable UUID planId, List<LightTrialMonth> months, int differing, List<LightDifference> differences) {

    /**
     * @param month as {@code 2026-11}
     * @param day the day at whose end lights were looked at: the month's last, today in the current one
     * @param tasks how many tasks were in the ledger
     * @param then how many showed which light by the rules of that day
     * @param tried how many would have by the rules tried
     * @param differing how many would have shown another one
     */
    public record LightTrialMonth(
            String month,
            LocalDate day,
            int tasks,
            Map<Light, Integer> then,
            Map<Light, Integer> tried,
            int differing) {}

    public record LightDifference(
            String month,
            UUID taskId,
            UUID planId,
            String planTitle,
            String title,
            LightShown then,
            LightShown tried) {}

    /** @param reason in the words the task shows */
    public record LightShown(Light light, String reason) {}
}
