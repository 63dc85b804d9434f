package org.duban.notification.alert;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.CommentEvent.CommentWritten;
import org.duban.task.contract.CommentEvent.Standing;
import org.duban.task.contract.CommentEvent.WatchedTaskMoved;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerSubmitted;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.ComplaintReceived;
import org.duban.task.contract.HandInEvent.HandInAnswered;
import org.duban.task.contract.HandInEvent.HandInAsked;
import org.duban.task.contract.HandInEvent.HandInReturned;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationCompleted;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.contract.RectificationEvent.RectificationPlanReturned;
import org.duban.task.contract.RectificationEvent.RectificationPlanSubmitted;
import org.duban.task.contract.RectificationEvent.RectificationWithdrawn;
import org.duban.task.contract.RectificationEvent.ReinspectionFailed;
import org.jspecify.annotations.Nullable;

/** How rectifications, complaints, hand-ins and comments are said. */
final class ItemPhrases {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private static final int QUOTED = 200;

    private ItemPhrases() {}

    static final String TAKEN_BACK = "这条沟通记录已由发送人撤回。";

    static Words mentioned(CommentWritten it) {
        return new Words("沟通提醒：" + it.taskTitle(), quoted(it));
    }

    static Words commented(CommentWritten it) {
        return new Words("关注的任务有新的沟通记录：" + it.taskTitle(), quoted(it));
    }

    private static String quoted(CommentWritten it) {
        String unit = it.author().unitName() == null ? "" : it.author().unitName() + " ";
        int[] words = it.words().codePoints().toArray();
        String shown = words.length <= QUOTED ? it.words() : new String(words, 0, QUOTED) + "……";
        return "%s%s：%s".formatted(unit, it.author().name(), shown);
    }

    static Words moved(WatchedTaskMoved it) {
        String by = it.by() == null ? "" : "办理人：%s。".formatted(it.by());
        return new Words(
                "关注的任务%s：%s".formatted(standing(it.to()), it.taskTitle()),
                "任务状态由“%s”变为“%s”。%s".formatted(standing(it.from()), standing(it.to()), by));
    }

    private static String standing(Standing standing) {
        return switch (standing) {
            case ASSIGNED -> "待签收";
            case ACKNOWLEDGED -> "已签收";
            case IN_PROGRESS -> "推进中";
            case COMPLETION_SUBMITTED -> "待核验";
            case SUSPENDED -> "已暂缓";
            case CLOSED -> "已销号";
        };
    }

    static Words opened(RectificationOpened it) {
        String due = it.dueOn() == null ? "" : "整改时限：" + it.dueOn().format(DAY) + "。";
        String again = it.recurredFrom() == null ? "" : "回头看发现问题反弹。";
        return new Words(
                "整改通知：" + it.item().title(),
                "%s发现的问题由您单位负责整改，%s请于%s前报送整改方案。%s"
                        .formatted(source(it.source()), again, it.planBy().format(SHORT_DAY), due));
    }

    static Words helps(RectificationOpened it) {
        return new Words("整改配合：" + it.item().title(), "%s发现的问题由您单位配合整改。".formatted(source(it.source())));
    }

    static Words toInspect(RectificationOpened it) {
        return new Words("立行立改待复查：" + it.item().title(), "单位自查发现并已当场整改，请复查。");
    }

    static Words planSubmitted(RectificationPlanSubmitted it) {
        return new Words(
                "整改方案待审核：" + it.item().title(),
                "整改方案已报送，拟于%s前完成，请审核。".formatted(it.dueOn().format(DAY)));
    }

    static Words planReturned(RectificationPlanReturned it) {
        return new Words(
                "整改方案被退回：" + it.item().title(),
                "请于%s前修改后重新报送。退回理由：%s".formatted(it.planBy().format(SHORT_DAY), it.reason()));
    }

    static Words completed(RectificationCompleted it) {
        return new Words("整改待复查：" + it.item().title(), "责任单位已完成整改，请复查。");
    }

    static Words failed(ReinspectionFailed it) {
        return new Words(
                "复查不合格：" + it.item().title(),
                "请继续整改，时限为%s。原因：%s".formatted(it.dueOn().format(DAY), it.reason()));
    }

    static Words closed(RectificationClosed it) {
        String later = it.followUpOn() == null
                ? ""
                : "将于%s前后回头看，请防止反弹。".formatted(it.followUpOn().format(DAY));
        return new Words("整改已销号：" + it.item().title(), "复查合格，予以销号。" + later);
    }

    static Words withdrawn(RectificationWithdrawn it) {
        return new Words("整改已撤销：" + it.item().title(), "这项整改不再要求。原因：" + it.reason());
    }

    static Words received(ComplaintReceived it) {
        return new Words("新收到" + it.about().number(), "请及时审核，决定是否受理。");
    }

    static Words given(ComplaintGiven it) {
        return new Words(
                "转办：" + it.about().number(),
                "请于%s前办理并报送答复。".formatted(it.dueOn().format(DAY)));
    }

    static Words takenAway(ComplaintGiven it) {
        return new Words("改派：" + it.about().number(), "已改由其他单位办理，您单位不再承办。");
    }

    static Words answerSubmitted(ComplaintAnswerSubmitted it) {
        return new Words("答复待审核：" + it.about().number(), "承办单位已报送答复，请审核。");
    }

    static Words answerReturned(ComplaintAnswerReturned it) {
        return new Words(
                "答复被退回：" + it.about().number(),
                "请于%s前修改后重新报送。退回理由：%s".formatted(it.dueOn().format(SHORT_DAY), it.reason()));
    }

    static Words asked(HandInAsked it) {
        String words = it.words() == null ? "" : it.words();
        return new Words(
                "报送材料：" + it.about().title(),
                "《%s》要求各单位于%s前报送。%s"
                        .formatted(it.about().planTitle(), it.dueOn().format(SHORT_DAY), words));
    }

    static Words answered(HandInAnswered it) {
        return new Words("已报送材料：" + it.about().title(), it.onTime() ? "按时报送，请查阅。" : "逾期报送，请查阅。");
    }

    static Words handInReturned(HandInReturned it) {
        return new Words(
                "材料被退回：" + it.about().title(),
                "请于%s前修改后重新报送。退回理由：%s".formatted(it.dueOn().format(SHORT_DAY), it.reason()));
    }

    static Words reminder(Deadline deadline, LocalDate dueOn, long days) {
        String what = what(deadline.kind());
        String title = days < 0
                ? "%s已逾期%d天：%s".formatted(what, -days, deadline.title())
                : days == 0
                        ? "%s今天截止：%s".formatted(what, deadline.title())
                        : "%s还有%d天截止：%s".formatted(what, days, deadline.title());
        String body = days < 0
                ? "应于%s前完成，现已逾期，请立即办理。".formatted(dueOn.format(SHORT_DAY))
                : "截止日为%s，请按时办理。".formatted(dueOn.format(SHORT_DAY));
        return new Words(title, body);
    }

    static Words followUp(Deadline deadline, LocalDate dueOn, long days) {
        String body = days < 0
                ? "应于%s回头看，现已过期，请尽快安排。".formatted(dueOn.format(DAY))
                : days == 0 ? "今天应回头看，请核查问题是否反弹。" : "请于%s回头看，核查问题是否反弹。".formatted(dueOn.format(DAY));
        return new Words("回头看：" + deadline.title(), body);
    }

    private static String what(Deadline.Kind kind) {
        return switch (kind) {
            case RECTIFICATION_PLAN -> "整改方案";
            case RECTIFICATION -> "整改";
            case FOLLOW_UP -> "回头看";
            case COMPLAINT -> "办理答复";
            case HAND_IN -> "报送材料";
        };
    }

    private static String source(@Nullable String source) {
        return switch (source) {
            case "INSPECTION" -> "督查检查";
            case "EXPERT" -> "专家评估";
            case "COMPLAINT" -> "群众投诉";
            case "SELF_CHECK" -> "自查";
            // A source of a later version is a source still.
            case null, default -> "检查";
        };
    }
}
