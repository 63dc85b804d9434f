package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.supervision.Report.Owed;
import org.duban.task.supervision.ReportView.Previous;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a report beside its own row, and is the same before and after it is handed in.
 *
 * @param signOff whether the plan asks for the signature of the unit's head
 * @param part null where the unit has no part in the task any more
 * @param cycleFrom first day of the cycle that runs where the task comes again
 * @param planCounty null for the city's own plans
 * @param previous what the unit reported for the latest period before; null where it never did
 */
record ReportSurroundings(
        String planTitle,
        boolean signOff,
        @Nullable Part part,
        String taskTitle,
        int taskOrdinal,
        boolean taskRunning,
        @Nullable LocalDate cycleFrom,
        String roundState,
        @Nullable UUID planCounty,
        String unitName,
        String unitShortName,
        @Nullable String countyName,
        @Nullable Previous previous,
        @Nullable LocalDate previousEnd) {

    /**
     * Of task {@code t}, plan {@code p}, round {@code o}, the unit {@code u}, its part {@code own} and its report before,
     * {@code before}.
     */
    static final String COLUMNS = """
            p.title as plan_title, p.sign_off, own.part, t.title as task_title, t.ordinal as task_ordinal,
            t.running as task_running, t.cycle_from, o.state as round_state, o.county_id as plan_county_id,
            coalesce(u.name, '未登记单位') as unit_name, coalesce(u.short_name, '未登记单位') as unit_short_name,
            u.county_name, before.period as before_period, before.cadence as before_cadence, before.progress as before_progress,
            before.done as before_done, before.problems as before_problems, before.next as before_next""";

    static ReportSurroundings of(ResultSet row) throws SQLException {
        String part = row.getString("part");
        var before = row.getObject("before_period") == null ? null : Reports.periodOf(row, "before_");
        return new ReportSurroundings(
                row.getString("plan_title"),
                row.getBoolean("sign_off"),
                part == null ? null : Part.valueOf(part),
                row.getString("task_title"),
                row.getInt("task_ordinal"),
                row.getBoolean("task_running"),
                row.getObject("cycle_from", LocalDate.class),
                row.getString("round_state"),
                row.getObject("plan_county_id", UUID.class),
                row.getString("unit_name"),
                row.getString("unit_short_name"),
                row.getString("county_name"),
                before == null
                        ? null
                        : new Previous(
                                before.toString(),
                                row.getInt("before_progress"),
                                row.getString("before_done"),
                                row.getString("before_problems"),
                                row.getString("before_next")),
                before == null ? null : before.last());
    }

    boolean roundOpen() {
        return "OPEN".equals(roundState);
    }

    boolean takesReports() {
        return roundOpen() && taskRunning;
    }

    /** What the unit last reported in the cycle that runs, or at all where the task does not come again; null where it never did. */
    @Nullable
    Integer progressBefore() {
        return previous == null || previousEnd == null || cycleFrom != null && previousEnd.isBefore(cycleFrom)
                ? null
                : previous.progress();
    }

    /** Whether the task has begun anew since. */
    boolean ofPastCycle(Owed owed) {
        return cycleFrom != null && cycleFrom.isAfter(owed.period().last());
    }
}
