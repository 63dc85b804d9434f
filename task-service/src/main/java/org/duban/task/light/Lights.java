package org.duban.task.light;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.duban.task.light.Light.BLUE;
import static org.duban.task.light.Light.DONE_LATE;
import static org.duban.task.light.Light.GREEN;
import static org.duban.task.light.Light.RED;
import static org.duban.task.light.Light.YELLOW;

import java.time.LocalDate;
import org.duban.task.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The light of a report (behaviours.md P8), with its reason in words; what lights a task is its plan's {@link RuleSet}. Nearness
 * counts calendar days, delay counts working days. The SQL gives the same light to rows that are counted or filtered rather than
 * loaded; both take {@code :today}.
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

    public Lit report(ReportFacts report, LocalDate today) {
        return switch (report.standing()) {
            case HANDED_IN ->
                report.onTime()
                        ? new Lit(GREEN, "已按时报送")
                        : new Lit(DONE_LATE, lateBy("迟报", report.dueOn(), report.submittedOn()));
            case WAIVED -> new Lit(GREEN, "任务已办结或暂缓，本期免报");
            case LAPSED -> new Lit(RED, "本轮调度已结束，未报送");
            case RETURNED ->
                today.isAfter(report.dueOn())
                        ? new Lit(RED, "退回后尚未重报，" + lateBy("已逾期", report.dueOn(), today))
                        : new Lit(YELLOW, "已退回，须于%s前重报".formatted(Delay.day(report.dueOn())));
            case DUE ->
                today.isAfter(report.dueOn())
                        ? new Lit(RED, lateBy("已逾期", report.dueOn(), today))
                        : approaching(report.dueOn(), today, "截止");
        };
    }

    private static Lit approaching(LocalDate dueOn, LocalDate today, String what) {
        long days = DAYS.between(today, dueOn);
        return new Lit(
                days <= YELLOW_DAYS ? YELLOW : days <= BLUE_DAYS ? BLUE : GREEN, Delay.until(dueOn, today, what));
    }

    private String lateBy(String before, LocalDate dueOn, @Nullable LocalDate on) {
        return on == null ? before : before + Delay.since(dueOn, on, workingDays);
    }
}
