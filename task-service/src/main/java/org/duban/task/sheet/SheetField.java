package org.duban.task.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a ledger may hold, with the headings that offices give it, the surest first. */
public enum SheetField {
    ID("系统编号", "系统编号", "系统任务编号", "任务ID", "ID"),
    ORDINAL("序号", "序号", "顺序号", "任务序号", "事项序号", "序", "No"),
    NUMBER("编号", "编号", "任务编号", "事项编号", "台账编号", "督办编号", "立项编号", "项目编号", "任务代码"),
    GROUP("类别", "类别", "任务类别", "事项类别", "工作类别", "分类", "任务分类", "领域", "所属领域", "板块", "大类", "所属类别", "一级任务", "任务大类", "工作板块"),
    TITLE(
            "任务", "任务名称", "任务", "重点任务", "工作任务", "主要任务", "任务事项", "督办事项", "督办任务", "重点工作任务", "重点工作", "重点事项", "目标任务",
            "工作事项", "事项名称", "议定事项", "事项", "任务标题", "工作名称", "项目名称", "年度重点任务", "年度重点工作", "二级任务", "任务项"),
    TEXT(
            "任务内容", "任务内容", "工作内容", "具体内容", "主要内容", "具体任务", "工作措施", "具体措施", "主要措施", "推进措施", "落实措施", "重点举措", "工作举措",
            "具体举措", "工作要求", "任务要求", "具体要求", "事项内容", "具体工作", "任务分解", "任务描述", "内容"),
    LEADS(
            "牵头单位", "牵头单位", "牵头责任单位", "牵头部门", "牵头责任部门", "主责单位", "主责部门", "主办单位", "承办单位", "第一责任单位", "牵头", "责任单位", "责任部门",
            "落实单位", "负责单位", "责任主体", "牵头科室"),
    COOPERATORS("配合单位", "配合单位", "配合部门", "配合责任单位", "协办单位", "协同单位", "协同部门", "协助单位", "参与单位", "参加单位", "参与部门", "会办单位", "配合"),
    DUE_ON(
            "完成时限", "完成时限", "办结时限", "完成期限", "办结期限", "时限要求", "时限", "完成时间", "计划完成时间", "计划完成时限", "要求完成时间", "办理时限", "时间节点",
            "时间要求", "进度时限", "截止时间", "截止日期", "完成日期", "到期日", "期限"),
    STANDING("常态化", "常态化", "是否常态化", "是否长期", "长期任务", "常态化任务"),
    INDICATORS("指标", "指标", "量化指标", "考核指标", "绩效指标", "指标要求", "工作目标", "目标", "年度目标", "目标要求", "目标值", "预期目标", "阶段目标", "预期成效"),
    PROGRESS("进度", "进度", "完成进度", "工作进度", "完成率", "完成比例", "完成百分比", "总体进度"),
    STATE("状态", "状态", "任务状态", "完成状态", "办理状态", "进展状态", "是否完成", "是否办结", "办结状态", "完成情况"),
    PLAN("所属计划", "所属计划", "来源", "任务来源", "来源文件", "所属文件", "所属方案", "文件依据", "依据文件", "文件名称", "计划名称", "计划文件", "政策依据"),
    REMARK("备注", "备注", "备注说明", "说明", "附注");

    private static final int LONG_ENOUGH_TO_BEGIN_WITH = 4;

    private final String words;
    private final List<String> headings;

    SheetField(String words, String... headings) {
        this.words = words;
        this.headings = Arrays.stream(headings).map(SheetField::plain).toList();
    }

    /** As the page and messages call it. */
    public String words() {
        return words;
    }

    /**
     * How well a heading names this field.
     *
     * @return smaller is surer; empty where it does not
     */
    private Optional<Integer> rank(String plain) {
        int exact = headings.indexOf(plain);
        if (exact >= 0) {
            return Optional.of(exact);
        }
        return headings.stream()
                        .anyMatch(known -> known.length() >= LONG_ENOUGH_TO_BEGIN_WITH && plain.startsWith(known))
                ? Optional.of(headings.size())
                : Optional.empty();
    }

    record Named(SheetField field, int rank) {}

    /** @return the field that a heading names best */
    static Optional<Named> named(String heading) {
        String plain = plain(heading);
        if (plain.isEmpty() || plain.length() > 20) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .flatMap(field -> field.rank(plain).map(rank -> new Named(field, rank)).stream())
                .min((one, other) -> Integer.compare(weight(one, plain), weight(other, plain)));
    }

    // A heading that is known to the letter outranks one that only begins like it, whatever its place in a list.
    private static int weight(Named named, String plain) {
        return named.field.headings.contains(plain) ? named.rank : 1000 + named.rank;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .replaceAll("[(\\[〔【].*", "")
                .replaceAll("[\\s:*、,./]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
