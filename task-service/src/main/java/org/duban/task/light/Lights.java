package org.duban.task.light;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.duban.task.light.Light.BLUE;
import static org.duban.task.light.Light.DONE_LATE;
import static org.duban.task.light.Light.GREEN;
import static org.duban.task.light.Light.RED;
import static org.duban.task.light.Light.YELLOW;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of 亮灯 (behaviours.md P8), each with its reason in words. Nearness counts calendar days, delay counts working
 * days. The SQL beside each rule gives the same light to rows that are counted or filtered rather than loaded; both take
 * {@code :today}.
 */
@Component
public class Lights {

    /** Days off included: a warning that skips the weekend comes too late. */
    static final int BLUE_DAYS = 7;

    static final int YELLOW_DAYS = 3;

    /** The light of a {@code report r}; null where it is not owed any more. */
    public static final String REPORT_SQL = """
            case
              when r.state in ('SUBMITTED', 'ACCEPTED') then case when r.on_time then 'GREEN' else 'DONE_LATE' end
              when r.state = 'WAIVED' then null
              when r.state = 'LAPSED' or r.due_on < cast(:today as date) then 'RED'
              when r.state = 'RETURNED' or r.due_on <= cast(:today as date) + 3 then 'YELLOW'
              when r.due_on <= cast(:today as date) + 7 then 'BLUE'
              else 'GREEN'
            end
            """;

    /** The light of a {@code task t} left-joined with {@code task_owed o} on its id. */
    public static final String TASK_SQL = """
            case
              when t.state = 'CLOSED' then case when t.closed_on > t.due_on then 'DONE_LATE' else 'GREEN' end
              when not t.running then 'GREEN'
              when t.due_on < cast(:today as date) or o.report_due_on < cast(:today as date) then 'RED'
              when t.due_on <= cast(:today as date) + 3 or t.returned_on is not null or o.report_returned then 'YELLOW'
              when t.due_on <= cast(:today as date) + 7 then 'BLUE'
              else 'GREEN'
            end
            """;

    /** A draft, which nobody has been given yet. */
    public static final Lit NOT_YET_ASSIGNED = new Lit(GREEN, "草稿，尚未下达");

    /** Nothing is owed on the task until it is resumed. */
    public static final Lit SUSPENDED = new Lit(GREEN, "已暂缓，期间不亮灯");

    private final WorkingDays workingDays;

    public Lights(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** What a report's light depends on: {@code submittedOn} and {@code onTime} count only where it is handed in. */
    public record ReportFacts(
            Standing standing, LocalDate dueOn, @Nullable LocalDate submittedOn, boolean onTime) {

        /** WAIVED: its task was closed or suspended first. LAPSED: its round was closed first. */
        public enum Standing {
            DUE,
            HANDED_IN,
            RETURNED,
            WAIVED,
            LAPSED
        }
    }

    /**
     * What a task's light depends on.
     *
     * @param dueOn null for a standing task
     * @param completionReturned its completion was returned and not yet submitted again
     * @param reportDueOn earliest day of a report that is still owed on it
     * @param reportReturned a report on it was returned and is owed again
     */
    public record TaskFacts(
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closedOn,
            boolean completionReturned,
            @Nullable LocalDate reportDueOn,
            boolean reportReturned) {}

    public Lit report(ReportFacts report, LocalDate today) {
        return switch (report.standing()) {
            case HANDED_IN ->
                report.onTime()
                        ? new Lit(GREEN, "已按时报送")
                        : new Lit(DONE_LATE, lateBy("迟报", report.dueOn(), report.submittedOn(), ""));
            case WAIVED -> new Lit(GREEN, "任务已办结或暂缓，本期免报");
            case LAPSED -> new Lit(RED, "本轮调度已结束，未报送");
            case RETURNED ->
                today.isAfter(report.dueOn())
                        ? new Lit(RED, "退回后尚未重报，" + lateBy("已逾期", report.dueOn(), today, ""))
                        : new Lit(YELLOW, "已退回，须于%s前重报".formatted(day(report.dueOn())));
            case DUE ->
                today.isAfter(report.dueOn())
                        ? new Lit(RED, lateBy("已逾期", report.dueOn(), today, ""))
                        : approaching(report.dueOn(), today, "截止");
        };
    }

    /** A task is as grave as the graver of its own day and its reports; a report that is merely near does not colour it. */
    public Lit task(TaskFacts task, LocalDate today) {
        if (task.closedOn() != null) {
            return task.dueOn() != null && task.closedOn().isAfter(task.dueOn())
                    ? new Lit(DONE_LATE, lateBy("逾期", task.dueOn(), task.closedOn(), "办结"))
                    : new Lit(GREEN, "已办结");
        }
        return Stream.of(byItsOwnDay(task.dueOn(), today), byWhatCameBack(task), byItsReports(task, today))
                .max(Comparator.comparing(Lit::light))
                .orElseThrow();
    }

    private Lit byItsOwnDay(@Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn == null) {
            return new Lit(GREEN, "长期任务，按期调度");
        }
        return today.isAfter(dueOn)
                ? new Lit(RED, lateBy("已超办结期限", dueOn, today, ""))
                : approaching(dueOn, today, "办结期限");
    }

    private static Lit byWhatCameBack(TaskFacts task) {
        return task.completionReturned() ? new Lit(YELLOW, "办结申请被退回，尚未重新提交") : new Lit(GREEN, "正常");
    }

    private Lit byItsReports(TaskFacts task, LocalDate today) {
        if (task.reportDueOn() != null && today.isAfter(task.reportDueOn())) {
            return new Lit(RED, lateBy("报送已逾期", task.reportDueOn(), today, ""));
        }
        return task.reportReturned() ? new Lit(YELLOW, "报送被退回，尚未重报") : new Lit(GREEN, "正常");
    }

    private static Lit approaching(LocalDate dueOn, LocalDate today, String what) {
        long days = DAYS.between(today, dueOn);
        var words = days == 0 ? "今日" + what : "距%s还有%d天".formatted(what, days);
        return new Lit(days <= YELLOW_DAYS ? YELLOW : days <= BLUE_DAYS ? BLUE : GREEN, words);
    }

    private String lateBy(String before, LocalDate dueOn, @Nullable LocalDate on, String after) {
        if (on == null) {
            return before + after;
        }
        int workingDaysLate = workingDays.between(dueOn, on);
        // over a weekend no working day has passed yet, and "0个工作日" would read like no delay
        var delay = workingDaysLate > 0 ? workingDaysLate + "个工作日" : DAYS.between(dueOn, on) + "天";
        return before + delay + after;
    }

    private static String day(LocalDate day) {
        return "%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
