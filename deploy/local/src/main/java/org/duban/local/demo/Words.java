package org.duban.local.demo;

import java.util.List;

/** What units report in the demonstration. */
final class Words {

    private static final List<String> FIRST =
            List.of("成立工作专班，印发“%s”任务分解表，明确责任科室和时间节点。", "围绕“%s”完成摸底调研，走访基层机构12家，形成问题清单。", "组织召开“%s”推进会，落实专项经费，启动首批试点。");
    private static final List<String> LATER =
            List.of("“%s”首批试点已见成效，新增完成点位6个，开展业务培训3场。", "“%s”按计划推进，完成中期自查，整改问题9项。", "“%s”配套文件已征求意见并修改完善，拟提请会议审议。");
    private static final List<String> PROBLEMS = List.of("", "部分乡镇配套资金到位较慢。", "基层专业人员不足，培训覆盖面有待扩大。", "部门间数据口径尚需统一。");
    private static final List<String> NEXT = List.of("下月完成剩余点位建设并组织验收。", "加快资金拨付，开展专项督导。", "组织第二批培训，完善工作台账。");

    private Words() {}

    static String done(String task, int ordinal, int before) {
        List<String> phrases = before == 0 ? FIRST : LATER;
        return phrases.get((ordinal + before) % phrases.size()).formatted(task);
    }

    static String problems(int ordinal) {
        return PROBLEMS.get(ordinal % PROBLEMS.size());
    }

    static String next(int ordinal) {
        return NEXT.get(ordinal % NEXT.size());
    }
}
