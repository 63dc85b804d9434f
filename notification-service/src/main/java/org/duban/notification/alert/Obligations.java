package org.duban.notification.alert;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.duban.notification.alert.Obligation.State;
import org.duban.task.contract.TaskEvent.ReportAccepted;
import org.duban.task.contract.TaskEvent.ReportReturned;
import org.duban.task.contract.TaskEvent.ReportSubmitted;
import org.duban.task.contract.TaskEvent.ReportWaived;
import org.duban.task.contract.TaskEvent.ReportsRequested;
import org.duban.task.contract.TaskEvent.RequestedReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports owed, put together from events in whatever order they come: of each part the newest version stays. */
@Repository
class Obligations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String MERGE = """
            insert into obligation as known (report_id, version, state, round_id, task_id, unit_id, county_id, period, task_title,
                plan_title, asked_due_on, due_on, due_version, submitted_on, submit_version)
            values (:report, :version, :state, :round, :task, :unit, cast(:county as uuid), :period, :taskTitle, :planTitle,
                cast(:askedDueOn as date), cast(:dueOn as date), :dueVersion, cast(:submittedOn as date), :submitVersion)
            on conflict (report_id) do update
            set state = case when excluded.version > known.version then excluded.state else known.state end,
                version = greatest(excluded.version, known.version),
                county_id = coalesce(known.county_id, excluded.county_id),
                task_title = coalesce(known.task_title, excluded.task_title),
                plan_title = coalesce(known.plan_title, excluded.plan_title),
                asked_due_on = coalesce(known.asked_due_on, excluded.asked_due_on),
                due_on = case when excluded.due_version > known.due_version then excluded.due_on else known.due_on end,
                due_version = greatest(excluded.due_version, known.due_version),
                submitted_on = case when excluded.submit_version > known.submit_version then excluded.submitted_on
                                    else known.submitted_on end,
                submit_version = greatest(excluded.submit_version, known.submit_version)
            returning report_id, version, state, round_id, task_id, unit_id, county_id, period, task_title, plan_title, due_on,
                submitted_on
            """;

    private static final String OWED = """
            select report_id, version, state, round_id, task_id, unit_id, county_id, period, task_title, plan_title, due_on,
                submitted_on
            from obligation
            where state = 'OWED' and (due_on in (:days) or (:late and due_on < :today))
              and round_id not in (select round_id from closed_round)
            order by unit_id, report_id
            """;

    private static final String OPEN_IN_ROUND = """
            select count(*) as reports, count(*) filter (where state = 'OWED' and submitted_on is null) as open,
                max(period) as period, min(plan_title) as plan, min(asked_due_on) as due_on
            from obligation where round_id = ? and unit_id = ?
            """;

    private static final String SUBMITTED_ON = """
            select count(*) as reports, count(*) filter (where state = 'SUBMITTED') as open, max(period) as period,
                min(plan_title) as plan, min(asked_due_on) as due_on
            from obligation where round_id = ? and unit_id = ? and submitted_on = ?
            """;

    /**
     * Some reports of one unit in one round.
     *
     * @param open how many still ask for something
     */
    record Share(
            long reports,
            long open,
            @Nullable String period,
            @Nullable String plan,
            @Nullable LocalDate dueOn) {}

    private final JdbcClient jdbc;

    Obligations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Obligation merge(ReportsRequested it, RequestedReport report) {
        return merge(
                new Part(report.reportId(), 0, State.OWED, it.roundId(), report.taskId(), it.unitId(), it.countyId())
                        .in(it.period())
                        .titled(report.taskTitle(), it.planTitle())
                        .due(it.dueOn())
                        .asked());
    }

    Obligation merge(ReportSubmitted it) {
        LocalDate day = it.submittedAt().atZoneSameInstant(ZONE).toLocalDate();
        return merge(new Part(
                        it.reportId(),
                        it.version(),
                        State.SUBMITTED,
                        it.roundId(),
                        it.taskId(),
                        it.unitId(),
                        it.countyId())
                .in(it.period())
                .titled(it.taskTitle(), null)
                .submitted(day));
    }

    Obligation merge(ReportAccepted it) {
        return merge(new Part(it.reportId(), it.version(), State.ACCEPTED, it.roundId(), it.taskId(), it.unitId(), null)
                .in(it.period()));
    }

    Obligation merge(ReportReturned it) {
        return merge(
                new Part(it.reportId(), it.version(), State.OWED, it.roundId(), it.taskId(), it.unitId(), it.countyId())
                        .in(it.period())
                        .titled(it.taskTitle(), it.planTitle())
                        .due(it.dueOn()));
    }

    Obligation merge(ReportWaived it) {
        return merge(new Part(it.reportId(), it.version(), State.WAIVED, it.roundId(), it.taskId(), it.unitId(), null)
                .in(it.period()));
    }

    private Obligation merge(Part part) {
        return jdbc.sql(MERGE)
                .param("report", part.report)
                .param("version", part.version)
                .param("state", part.state.name())
                .param("round", part.round)
                .param("task", part.task)
                .param("unit", part.unit)
                .param("county", part.county)
                .param("period", part.period)
                .param("taskTitle", part.taskTitle)
                .param("planTitle", part.planTitle)
                .param("askedDueOn", part.asked ? part.dueOn : null)
                .param("dueOn", part.dueOn)
                .param("dueVersion", part.dueOn == null ? -1 : part.version)
                .param("submittedOn", part.submittedOn)
                .param("submitVersion", part.submittedOn == null ? -1 : part.version)
                .query(Obligation.class)
                .single();
    }

    /** Owed reports due on one of the days, or before today where what is late counts. */
    List<Obligation> owed(List<LocalDate> days, LocalDate today, boolean late) {
        return jdbc.sql(OWED)
                .param("days", days)
                .param("today", today)
                .param("late", late)
                .query(Obligation.class)
                .list();
    }

    /** What a unit was asked for in a round and has never handed in. */
    Share requested(UUID round, UUID unit) {
        return jdbc.sql(OPEN_IN_ROUND).params(round, unit).query(Share.class).single();
    }

    /** What a unit handed in that day and nobody has reviewed. */
    Share submitted(UUID round, UUID unit, LocalDate day) {
        return jdbc.sql(SUBMITTED_ON)
                .params(round, unit, day)
                .query(Share.class)
                .single();
    }

    void close(UUID round) {
        jdbc.sql("insert into closed_round (round_id) values (?) on conflict do nothing")
                .param(round)
                .update();
    }

    boolean closed(UUID round) {
        return jdbc.sql("select exists (select from closed_round where round_id = ?)")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    /** What one event says of a report. */
    private static final class Part {

        private final UUID report;
        private final long version;
        private final State state;
        private final UUID round;
        private final UUID task;
        private final UUID unit;
        private final @Nullable UUID county;
        private String period = "";
        private @Nullable String taskTitle;
        private @Nullable String planTitle;
        private @Nullable LocalDate dueOn;
        private @Nullable LocalDate submittedOn;
        private boolean asked;

        Part(UUID report, long version, State state, UUID round, UUID task, UUID unit, @Nullable UUID county) {
            this.report = report;
            this.version = version;
            this.state = state;
            this.round = round;
            this.task = task;
            this.unit = unit;
            this.county = county;
        }

        Part in(String period) {
            this.period = period;
            return this;
        }

        Part titled(@Nullable String taskTitle, @Nullable String planTitle) {
            this.taskTitle = taskTitle;
            this.planTitle = planTitle;
            return this;
        }

        Part due(LocalDate dueOn) {
            this.dueOn = dueOn;
            return this;
        }

        Part asked() {
            this.asked = true;
            return this;
        }

        Part submitted(LocalDate submittedOn) {
            this.submittedOn = submittedOn;
            return this;
        }
    }
}
