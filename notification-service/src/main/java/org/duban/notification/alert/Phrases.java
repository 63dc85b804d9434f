package org.duban.notification.alert;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingChanged;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.CycleBegun;
import org.duban.task.contract.TaskEvent.ExtensionDecided;
import org.duban.task.contract.TaskEvent.ExtensionRequested;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.LightChanged;
import org.duban.task.contract.TaskEvent.NoticeAnswered;
import org.duban.task.contract.TaskEvent.NoticeAppealDecided;
import org.duban.task.contract.TaskEvent.NoticeIssued;
import org.duban.task.contract.TaskEvent.NoticeStep;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.contract.TaskEvent.ReportAwaitsSignOff;
import org.duban.task.contract.TaskEvent.ReportReturned;
import org.duban.task.contract.TaskEvent.ReportSignOffRefused;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.duban.task.contract.TaskEvent.TaskExtended;
import org.duban.task.contract.TaskEvent.TaskReopened;
import org.duban.task.contract.TaskEvent.TaskResumed;
import org.duban.task.contract.TaskEvent.TaskSuspended;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.jspecify.annotations.Nullable;

/** How each thing is said. */
final class Phrases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy年M月d日HH:mm", Locale.CHINA);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.CHINA);

    private static final Pattern WEEK_OR_QUARTER = Pattern.compile("(\\d{4})-([WQ])(\\d{1,2})");
    private static final String QUARTERS = "一二三四";

    private static final Map<String, String> FIELDS = Map.of(
            "title", "任务名称",
            "text", "任务内容",
            "dueOn", "完成时限",
            "standing", "是否常态化",
            "kind", "任务类型",
            "indicators", "指标",
            "leads", "牵头单位",
            "milestones", "时间节点",
            "cadence", "报送频次",
            "cooperators", "配合单位");

    private Phrases() {}

    static Words assigned(TaskAssigned task, Part part) {
        String role = part == Part.LEAD ? "牵头单位" : "配合单位";
        String due = task.dueOn() == null ? "" : "完成时限：" + task.dueOn().format(DAY) + "。";
        return new Words(
                "新任务：" + task.title(),
                "《%s》第%d项，您单位为%s，请于%s前签收。%s"
                        .formatted(
                                task.planTitle(),
                                task.ordinal(),
                                role,
                                task.acknowledgeBy().format(SHORT_DAY),
                                due));
    }

    static Words joined(TaskChanged task, Part part) {
        return assigned(
                new TaskAssigned(
                        task.taskId(),
                        task.version(),
                        task.planId(),
                        task.planTitle(),
                        task.ordinal(),
                        task.title(),
                        task.dueOn(),
                        task.acknowledgeBy(),
                        task.assignees(),
                        null,
                        false),
                part);
    }

    static Words takenAway(TaskChanged task) {
        return new Words("任务调整：" + task.title(), "《%s》第%d项已作调整，您单位不再承担。".formatted(task.planTitle(), task.ordinal()));
    }

    /** A note beside a task changes nothing for those who do it. */
    static boolean tellsOf(TaskChanged task) {
        return task.changes().stream().anyMatch(change -> FIELDS.containsKey(change.field()));
    }

    static Words changed(TaskChanged task) {
        String changes = task.changes().stream()
                .filter(change -> FIELDS.containsKey(change.field()))
                .map(Phrases::change)
                .collect(Collectors.joining("；"));
        return new Words("任务调整：" + task.title(), "《%s》第%d项：%s。".formatted(task.planTitle(), task.ordinal(), changes));
    }

    private static String change(FieldChange change) {
        String field = FIELDS.getOrDefault(change.field(), change.field());
        return change.field().equals("text")
                ? field + "已修改"
                : "%s由“%s”改为“%s”".formatted(field, worded(change, change.from()), worded(change, change.to()));
    }

    private static String worded(FieldChange change, @Nullable String value) {
        if (value == null) {
            return "无";
        }
        return change.field().equals("dueOn") ? LocalDate.parse(value).format(DAY) : value;
    }

    static Words requested(String period, long reports, @Nullable String plan, @Nullable LocalDate dueOn) {
        String of = plan == null ? "" : "《" + plan + "》";
        String until = dueOn == null ? "" : "，报送截止" + dueOn.format(SHORT_DAY);
        return new Words(
                "%s督导调度：须报送%d项".formatted(period(period), reports),
                "%s%s督导调度已启动，您单位须报送%d项任务的进展%s。".formatted(of, period(period), reports, until));
    }

    static Words reminder(Reminder reminder, Obligation owed) {
        String task = owed.taskTitle() == null ? "任务进展报送" : owed.taskTitle();
        String plan = owed.planTitle() == null ? "" : "《" + owed.planTitle() + "》";
        String due = owed.dueOn() == null ? "" : owed.dueOn().format(SHORT_DAY);
        long days = reminder.days();
        String title = switch (reminder.kind()) {
            case REPORT_OVERDUE -> "已逾期%d天：%s".formatted(-days, task);
            default -> days == 0 ? "今天截止：" + task : "还有%d天截止：%s".formatted(days, task);
        };
        String body = days < 0
                ? "%s%s报送应于%s前完成，现已逾期，请立即报送。".formatted(plan, period(owed.period()), due)
                : "%s%s报送的截止日为%s，请按时报送。".formatted(plan, period(owed.period()), due);
        return new Words(title, body);
    }

    static Words returned(ReportReturned report) {
        return new Words(
                "报送被退回：" + report.taskTitle(),
                "《%s》%s报送被退回，请于%s前修改后重新报送。退回理由：%s"
                        .formatted(
                                report.planTitle(),
                                period(report.period()),
                                report.dueOn().format(SHORT_DAY),
                                report.reason()));
    }

    static Words awaitsSignOff(ReportAwaitsSignOff report) {
        return new Words(
                "待签发：" + report.taskTitle(),
                "《%s》%s报送由%s填好，请单位负责人签发；截止%s，未签发的不算报送。"
                        .formatted(
                                report.planTitle(),
                                period(report.period()),
                                report.by(),
                                report.dueOn().format(SHORT_DAY)));
    }

    static Words notSigned(ReportSignOffRefused report) {
        return new Words(
                "负责人退回修改：" + report.taskTitle(),
                "《%s》%s报送未签发，请修改后重新提交。理由：%s".formatted(report.planTitle(), period(report.period()), report.reason()));
    }

    static Words submitted(String period, long reports) {
        return new Words(
                "%s报送待审核%d项".formatted(period(period), reports),
                "%s督导调度已报送%d项，请及时审核。".formatted(period(period), reports));
    }

    static Words completionSubmitted(CompletionSubmitted task) {
        return new Words("提交办结：" + task.title(), "已提交办结，请核验后予以办结或退回。");
    }

    static Words completionReturned(CompletionReturned task) {
        return new Words("办结被退回：" + task.title(), "提交的办结未通过核验，请继续办理。退回理由：" + task.reason());
    }

    static Words suspended(TaskSuspended task) {
        String until = task.resumesOn() == null
                ? "恢复时另行通知。"
                : "将于%s自动恢复。".formatted(task.resumesOn().format(DAY));
        return new Words("任务暂缓：" + task.title(), "任务已暂缓办理，暂缓期间无需报送，%s原因：%s".formatted(until, task.reason()));
    }

    static Words resumed(TaskResumed task) {
        String why = task.words() == null ? "暂缓期满，任务自动恢复办理" : "任务恢复办理：" + task.words();
        return new Words("任务恢复：" + task.title(), stopped(why) + "请自下一轮调度起报送进展。" + due(task.dueOn()));
    }

    static Words reopened(TaskReopened task) {
        return new Words(
                "任务重新办理：" + task.title(), "任务已由销号改为重新办理，请自下一轮调度起报送进展。" + due(task.dueOn()) + "原因：" + task.reason());
    }

    static Words extended(TaskExtended task) {
        String before = task.from() == null ? "" : "由%s".formatted(task.from().format(DAY));
        return new Words(
                "完成时限调整：" + task.title(),
                "完成时限%s延至%s。".formatted(before, task.dueOn().format(DAY)));
    }

    static Words begun(CycleBegun cycle) {
        String last = cycle.lastDone() ? "上一周期已办结。" : "上一周期未办结，进度%d%%。".formatted(cycle.lastProgress());
        return new Words(
                "新周期开始：" + cycle.title(),
                "本周期自%s至%s。".formatted(cycle.from().format(DAY), cycle.to().format(DAY)) + due(cycle.dueOn()) + last);
    }

    static Words extensionRequested(ExtensionRequested request) {
        return new Words(
                "申请延期：" + request.title(),
                "申请将完成时限由%s延至%s，请审核。理由：%s"
                        .formatted(
                                request.dueOn().format(DAY), request.wantedOn().format(DAY), request.reason()));
    }

    static Words extensionDecided(ExtensionDecided decision) {
        String opinion = decision.opinion() == null ? "" : "审核意见：" + decision.opinion();
        return decision.dueOn() == null
                ? new Words("延期申请未同意：" + decision.title(), "请按原定时限完成。" + opinion)
                : new Words(
                        "延期申请已同意：" + decision.title(),
                        "完成时限延至%s。%s".formatted(decision.dueOn().format(DAY), opinion));
    }

    private static String due(@Nullable LocalDate day) {
        return day == null ? "" : "完成时限：" + day.format(DAY) + "。";
    }

    private static String stopped(String sentence) {
        return sentence.endsWith("。") ? sentence : sentence + "。";
    }

    static Words turned(LightChanged task) {
        String light = task.to().equals("RED") ? "红灯" : "黄灯";
        return new Words("%s：%s".formatted(light, task.title()), task.reason() + "。请抓紧推进，并在下次报送中说明。");
    }

    static Words urged(UnitUrged urging) {
        return new Words("催办：" + urging.title(), urging.words().isBlank() ? "请抓紧办理，并及时报送进展。" : urging.words());
    }

    static Words issued(NoticeIssued notice) {
        return new Words(
                "%s：%s".formatted(step(notice.step()), notice.taskTitle()),
                "%s已签发，请签收，并于%s前反馈。%s"
                        .formatted(notice.number(), notice.replyBy().format(SHORT_DAY), notice.demand()));
    }

    private static String step(NoticeStep step) {
        return switch (step) {
            case NOTICE_BLUE -> "蓝色督办单";
            case NOTICE_YELLOW -> "黄色督办单";
            case NOTICE_RED -> "红色督办单";
            case BULLETIN -> "通报";
            case TALK -> "约谈通知";
        };
    }

    static Words answered(NoticeAnswered notice) {
        String what = switch (notice.answer()) {
            case RECEIPT -> "签收";
            case REPLY -> "反馈";
            case APPEAL -> "申诉";
        };
        return new Words("督办单%s：%s".formatted(what, notice.taskTitle()), notice.number() + "：" + notice.words());
    }

    static Words decided(NoticeAppealDecided notice) {
        return new Words(
                "申诉%s：%s".formatted(notice.withdrawn() ? "成立，督办单已撤销" : "未成立，督办单维持", notice.taskTitle()),
                notice.number() + "：" + notice.opinion());
    }

    static Words plenaryOwed(PlenaryOwed it) {
        return new Words(
                "%s%d年全体会议尚未安排".formatted(it.mechanismName(), it.year()),
                "每年至少召开一次全体会议。今年已进入%d月，尚无已召开或已安排的全体会议，请商召集人确定时间后发出通知。"
                        .formatted(it.month().getMonthValue()));
    }

    static Words convened(MeetingConvened meeting) {
        return new Words("会议通知：" + meeting.title(), place(meeting.startsAt(), meeting.place()) + "请及时回复参会情况。");
    }

    static Words changed(MeetingChanged meeting) {
        return new Words("会议变更：" + meeting.title(), "调整后" + place(meeting.startsAt(), meeting.place()) + "请相应安排。");
    }

    static Words cancelled(MeetingCancelled meeting) {
        return new Words("会议取消：" + meeting.title(), "会议不再召开。原因：" + meeting.reason());
    }

    static Words issued(MinutesIssued minutes) {
        String number = minutes.documentNumber() == null ? "" : "（" + minutes.documentNumber() + "）";
        return new Words(
                "会议纪要：" + minutes.title(),
                "纪要%s已于%s印发，议定事项%d项，请签收。"
                        .formatted(
                                number,
                                minutes.issuedOn().format(SHORT_DAY),
                                minutes.resolutions().size()));
    }

    private static String place(OffsetDateTime startsAt, String place) {
        return "时间：%s；地点：%s。".formatted(startsAt.atZoneSameInstant(ZONE).format(TIME), place);
    }

    /** @param period as {@code 2026-11}, {@code 2026-Q4} or {@code 2026-W47} */
    private static String period(String period) {
        Matcher other = WEEK_OR_QUARTER.matcher(period);
        if (!other.matches()) {
            return YearMonth.parse(period).format(MONTH);
        }
        int number = Integer.parseInt(other.group(3));
        return other.group(2).equals("W")
                ? "%s年第%d周".formatted(other.group(1), number)
                : "%s年第%s季度".formatted(other.group(1), QUARTERS.charAt(number - 1));
    }
}
