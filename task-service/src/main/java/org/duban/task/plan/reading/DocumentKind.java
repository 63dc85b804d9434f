package org.duban.task.plan.reading;

import java.util.regex.Pattern;

/** What kind of document was read. */
public enum DocumentKind {
    /** 实施方案 */
    IMPLEMENTATION_PLAN,
    /** 联席会议制度 */
    CONFERENCE_RULES,
    /** 工作机制通知 */
    WORK_MECHANISM,
    /** 任务分解表、分工方案 */
    TASK_BREAKDOWN,
    /** 会议纪要 */
    MINUTES;

    // 某某领导小组办公室关于印发……要点的通知: who issues it says nothing of what it is
    private static final Pattern ISSUER = Pattern.compile("^[\\p{IsHan}]{2,30}办公室(?=关于)");
    private static final Pattern BREAKDOWN =
            Pattern.compile("任务分解|责任分解|分解方案|分解落实|分解表|任务清单|责任清单|工作清单|台账|重点任务一览表|任务表|分工");
    private static final Pattern RULES = Pattern.compile("联席会议|议事规则");
    private static final Pattern MECHANISM =
            Pattern.compile("工作机制|协调机制|领导小组|工作专班|会商机制|协作机制|机制[》”]?(?:的(?:通知|意见|函|决定))?(?:[（(][^（()）]*[）)])?$");

    /** What a title calls the document; a plan where it says nothing else. */
    static DocumentKind titled(String title) {
        if (title.contains("纪要")) {
            return MINUTES;
        }
        var called = ISSUER.matcher(title).replaceFirst("");
        if (BREAKDOWN.matcher(called).find()) {
            return TASK_BREAKDOWN;
        }
        if (called.contains("方案")) {
            return IMPLEMENTATION_PLAN;
        }
        if (RULES.matcher(called).find()) {
            return CONFERENCE_RULES;
        }
        return MECHANISM.matcher(called).find() ? WORK_MECHANISM : IMPLEMENTATION_PLAN;
    }
}
