package org.duban.task.once;

import java.util.List;
import org.duban.task.directory.UnitRef;

/**
 * How many forms units were spared: what a report answered beside its own round (behaviours.md X2).
 *
 * @param total over all months and units that the caller sees
 * @param months newest first
 * @param units whoever was spared most first
 */
public record Spared(SparedCount total, List<SparedMonth> months, List<SparedUnit> units) {

    /**
     * @param filled reports that were filled in
     * @param spared forms that were not: the sum of the next three
     * @param meetings follow-ups of resolutions that a report answered
     * @param indicators values that a report brought along
     * @param sameTasks reports on tasks that are the same, which were handed in by another one
     */
    public record SparedCount(int filled, int spared, int meetings, int indicators, int sameTasks) {
        static final SparedCount NONE = new SparedCount(0, 0, 0, 0, 0);

        static SparedCount of(int filled, int meetings, int indicators, int sameTasks) {
            return new SparedCount(filled, meetings + indicators + sameTasks, meetings, indicators, sameTasks);
        }

        SparedCount and(SparedCount more) {
            return of(
                    filled + more.filled,
                    meetings + more.meetings,
                    indicators + more.indicators,
                    sameTasks + more.sameTasks);
        }
    }

    /** @param month as {@code 2026-11} */
    public record SparedMonth(String month, SparedCount count) {}

    public record SparedUnit(UnitRef unit, SparedCount count) {}
}
