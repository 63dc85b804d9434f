package org.duban.task.urging;

import java.time.LocalDate;
import org.duban.task.calendar.Period;
import org.duban.task.text.DayWords;
import org.duban.task.urging.Notices.Overdue;

/** What a notice says before anybody has changed it. */
final class Wording {
    private Wording() {}

    /** @param workingDays how many working days it is overdue */
    static String reason(Overdue overdue, LocalDate today, int workingDays) {
        String until = "截至%s已逾期%d个工作日".formatted(DayWords.of(today), workingDays);
        LocalDate owedOn = overdue.matter().owedOn();
        Period period = overdue.period();
        if (period == null) {
            return "该任务应于%s前完成，%s，当前进度%d%%，尚未申请办结。".formatted(DayWords.of(owedOn), until, overdue.progress());
        }
        return overdue.returned()
                ? "%s进展报送被退回后应于%s前重新报送，%s，仍未重报。".formatted(period.words(), DayWords.of(owedOn), until)
                : "%s进展应于%s前报送，%s，仍未报送。".formatted(period.words(), DayWords.of(owedOn), until);
    }

    static String demand(Step step) {
        return switch (step) {
            case REMINDER -> "请抓紧办理，尽快报送进展情况。";
            case NOTICE_BLUE -> "请立即组织办理并报送进展情况，说明逾期原因。";
            case NOTICE_YELLOW -> "请单位分管负责同志牵头办理，立即报送进展情况，书面说明逾期原因和整改措施。";
            case NOTICE_RED -> "请单位主要负责同志亲自研究，立即报送进展情况，书面说明逾期原因、责任人和完成时限。";
            case BULLETIN -> "现予以通报。请举一反三，限期整改，并书面报告整改情况。";
            case TALK -> "请单位主要负责同志按约定时间参加约谈，就逾期原因和整改措施作出说明。";
        };
    }

    /** How many working days the unit has to reply. */
    static int daysToReply(Step step) {
        return switch (step) {
            case REMINDER, NOTICE_BLUE, BULLETIN -> 3;
            case NOTICE_YELLOW, TALK -> 2;
            case NOTICE_RED -> 1;
        };
    }
}
