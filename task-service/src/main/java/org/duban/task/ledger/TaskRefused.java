package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.web.Refusal;

/** What the ledger will not do. */
public final class TaskRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private TaskRefused(Kind kind, String code, String words) {
        super(kind, code, words);
    }

    static TaskRefused notFound(UUID task) {
        return new TaskRefused(Kind.NOT_FOUND, "task-not-found", "没有找到这项任务，可能已被移除，或不在您的查看范围内。");
    }

    static TaskRefused planNotFound(UUID plan) {
        return new TaskRefused(Kind.NOT_FOUND, "plan-not-found", "没有找到这份方案，可能已被移除，或不在您的查看范围内。");
    }

    static TaskRefused notAllowedNow(String words) {
        return new TaskRefused(Kind.CONFLICT, "not-allowed-now", words);
    }

    static TaskRefused notAllowedNow(TaskState state, TaskAction action) {
        return notAllowedNow("任务目前%s，不能%s。".formatted(name(state), name(action)));
    }

    static TaskRefused onlyLeads() {
        return new TaskRefused(Kind.FORBIDDEN, "only-lead-units", "只有牵头单位可以申请办结，请与牵头单位联系。");
    }

    static TaskRefused noUnit() {
        return new TaskRefused(Kind.FORBIDDEN, "no-unit", "您的账号没有对应单位，不能以单位身份办理。");
    }

    static TaskRefused notYourUnits() {
        return new TaskRefused(Kind.FORBIDDEN, "not-your-units", "这项任务不由本单位承担，请与承担单位联系。");
    }

    static TaskRefused notYourPlan() {
        return new TaskRefused(Kind.FORBIDDEN, "not-your-plan", "这是市级下达的任务，由市级督导部门审核和督办。");
    }

    static TaskRefused notItsUnit() {
        return new TaskRefused(Kind.INVALID, "not-its-unit", "该单位不是这项任务的牵头或配合单位，不能催办。");
    }

    static TaskRefused urgedAlready() {
        return new TaskRefused(Kind.CONFLICT, "urged-already", "今天已经催办过，同一单位同一任务每个工作日只催办一次。");
    }

    static TaskRefused urgedEnough(int most) {
        return new TaskRefused(Kind.CONFLICT, "urged-enough", "一周内已催办%d次，达到本方案的上限；如仍无进展，可拟督办单。".formatted(most));
    }

    static TaskRefused notAllowedNow(PartState state, PartLife.Step step) {
        return notAllowedNow("本单位目前%s，不能%s。".formatted(name(state), name(step)));
    }

    static TaskRefused onlyLeadsAskForTime() {
        return new TaskRefused(Kind.FORBIDDEN, "only-lead-units", "只有牵头单位可以申请延期，请与牵头单位联系。");
    }

    static TaskRefused notLater(LocalDate dueOn) {
        return new TaskRefused(Kind.INVALID, "not-later", "延期后的日期须晚于现在的办结期限（%s）。".formatted(dueOn));
    }

    static TaskRefused onlyLeadsDecompose() {
        return new TaskRefused(Kind.FORBIDDEN, "only-lead-units", "只有牵头单位可以分解任务，请与牵头单位联系。");
    }

    static TaskRefused tooDeep() {
        return new TaskRefused(Kind.INVALID, "too-deep", "任务最多分解到第三级，不能再分解。");
    }

    static TaskRefused laterThanParent(LocalDate dueOn) {
        return new TaskRefused(Kind.INVALID, "later-than-parent", "分解事项的时限不得晚于上级任务的完成时限（%s）。".formatted(dueOn));
    }

    static TaskRefused pieceMustEnd() {
        return new TaskRefused(Kind.INVALID, "piece-must-end", "分解事项须能办结，不能是常态化或周期性任务。");
    }

    static TaskRefused piecesOpen(int open) {
        return notAllowedNow("还有%d项分解事项没有销号，不能申请办结。".formatted(open));
    }

    static TaskRefused parentGoesNot() {
        return notAllowedNow("上级任务已暂缓、已申请办结或已销号，请先恢复或重新办理上级任务。");
    }

    static TaskRefused onlyCityCascades() {
        return new TaskRefused(Kind.INVALID, "only-city-tasks", "只有由市级单位牵头的市级任务可以分解到各县区。");
    }

    static TaskRefused cascadedAlready() {
        return new TaskRefused(Kind.CONFLICT, "cascaded-already", "所选县区都已有分解事项，无需重复分解。");
    }

    static TaskRefused noSuchCounty() {
        return new TaskRefused(Kind.INVALID, "no-such-county", "所选县区不在单位名录中，请重新选择。");
    }

    static TaskRefused countiesWithoutOffice(Collection<String> counties) {
        return new TaskRefused(
                Kind.INVALID,
                "county-without-office",
                "%s还没有设立县级督导岗位，请为其指定承办单位。".formatted(String.join("、", counties)));
    }

    static TaskRefused notOfCounty(String county) {
        return new TaskRefused(Kind.INVALID, "unit-not-of-county", "为%s指定的承办单位不是该县区的单位。".formatted(county));
    }

    static TaskRefused notYoursToDecide() {
        return new TaskRefused(Kind.FORBIDDEN, "not-yours-to-decide", "这项任务由下达它的部门或单位审核和督办。");
    }

    static TaskRefused beyondCycle(LocalDate end) {
        return new TaskRefused(Kind.INVALID, "beyond-cycle", "周期性任务只能在本周期内延期（至%s）。".formatted(end));
    }

    static TaskRefused cycleOver(LocalDate end) {
        return new TaskRefused(Kind.CONFLICT, "cycle-over", "所定周期已于%s结束，请调整完成时限。".formatted(end));
    }

    static TaskRefused targetsNotReached(List<Targets.Target> targets) {
        String lacking = targets.stream()
                .filter(target -> !target.reached())
                .map(target -> "“%s”%s"
                        .formatted(
                                target.indicator().text(),
                                target.reported() == null ? "尚未报送" : "报送为" + target.reported()))
                .collect(Collectors.joining("，"));
        return new TaskRefused(
                Kind.CONFLICT,
                "targets-not-reached",
                lacking.isEmpty() ? "指标类任务须先设定指标，达到后方可销号。" : "指标尚未全部达到，不能销号：%s。".formatted(lacking));
    }

    static TaskRefused badMilestones(String words) {
        return new TaskRefused(Kind.INVALID, "bad-milestones", words);
    }

    static TaskRefused onlyLeadsPropose() {
        return new TaskRefused(Kind.FORBIDDEN, "only-lead-units", "只有牵头单位可以拟定时间节点，请与牵头单位联系。");
    }

    static TaskRefused noSuchExtension() {
        return new TaskRefused(Kind.NOT_FOUND, "extension-not-found", "没有找到这件延期申请。");
    }

    static TaskRefused extensionDecided() {
        return notAllowedNow("这件延期申请已经办结，不能再次审核或撤回。");
    }

    static TaskRefused notYourExtension() {
        return new TaskRefused(Kind.FORBIDDEN, "not-your-extension", "只能撤回本单位提出的延期申请。");
    }

    static TaskRefused resumesTooEarly() {
        return new TaskRefused(Kind.INVALID, "resumes-too-early", "自动恢复的日期须晚于今天。");
    }

    static TaskRefused unitOutOfReach() {
        return new TaskRefused(Kind.INVALID, "unit-out-of-reach", "所选单位不在您的管辖范围内，或已不在单位名录中，请重新选择。");
    }

    private static String name(PartState state) {
        return switch (state) {
            case ASSIGNED -> "尚未签收";
            case ACKNOWLEDGED -> "已签收";
            case IN_PROGRESS -> "正在推进";
            case COMPLETED -> "已申请办结";
            case RELEASED -> "已解除分工";
        };
    }

    private static String name(PartLife.Step step) {
        return switch (step) {
            case ACKNOWLEDGE -> "签收";
            case REPORT -> "报送进展";
            case COMPLETE -> "申请办结";
            case TAKE_UP_AGAIN -> "重新办理";
            case BEGIN_ANEW, BEGIN_ANEW_UNSIGNED -> "进入下一周期";
            case RELEASE -> "解除分工";
        };
    }

    private static String name(TaskState state) {
        return switch (state) {
            case DRAFTED -> "还是草稿、尚未下达";
            case ASSIGNED -> "尚未签收";
            case ACKNOWLEDGED -> "已签收";
            case IN_PROGRESS -> "正在推进";
            case COMPLETION_SUBMITTED -> "已申请办结、等待审核";
            case SUSPENDED -> "已经暂缓";
            case CLOSED -> "已经销号";
        };
    }

    private static String name(TaskAction action) {
        return switch (action) {
            case ASSIGN -> "下达";
            case ACKNOWLEDGE -> "签收";
            case REPORT -> "报送进展";
            case SUBMIT_COMPLETION -> "申请办结";
            case VERIFY -> "审核销号";
            case RETURN -> "退回";
            case URGE -> "催办";
            case REVISE -> "调整";
            case REQUEST_EXTENSION -> "申请延期";
            case WITHDRAW_EXTENSION -> "撤回延期申请";
            case EXTEND, REFUSE_EXTENSION -> "审核延期申请";
            case SUSPEND -> "暂缓";
            case RESUME -> "恢复";
            case REOPEN -> "重新办理";
            case RENEW -> "进入下一周期";
            case DECOMPOSE -> "分解";
            case CASCADE -> "分解到县区";
            case HAND_OVER -> "移交";
            case ROLL_UP -> "汇总进展";
            case SET_MILESTONES -> "设定时间节点";
            case SET_CADENCE -> "设定报送频次";
            case PROPOSE_MILESTONES -> "拟定时间节点";
            case DISCARD -> "删除";
        };
    }
}
