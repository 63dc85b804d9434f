package org.duban.task.plan.reading;

import java.util.regex.Pattern;

/** What a section is about, told by its heading. The first that fits counts. */
enum Topic {
    PHASES(
            "(?:实施|工作|方法|推进|创建|进度|时间|阶段|行动|活动).{0,2}(?:步骤|安排|阶段|进度)|(?:分期|分步|分阶段)(?:推进|实施|安排)|进度要求|实施进度|时间节点|^阶段划分|^步骤方法"),
    DUTIES(
            "职责|职能(?:分工|任务)|^(?!.*(?:任务|措施|事项|项目|工作)).*责任(?:划分|分工|清单)|(?<!任务|事项|工作|项目|及|与|和)分工(?:如下|安排|情况)?$|(?:单位|部门|成员|各方)(?:主要|工作|具体|重点){0,2}(?:任务|责任)$"),
    MEMBERS("组织体系|组织机构|组织架构|机制组成|.{0,8}成员(?:单位|名单|组成)?$|名单"),
    SAFEGUARDS("保障|工作要求|有关要求|相关要求|组织领导|组织实施|实施要求|几点要求"),
    RULES("工作规则|工作制度|会议制度|议事规则|流程|程序|(?:运行|工作|会商|协作|联动|协同|联络|沟通|调度|推进|长效)(?:机制|规则|制度)$"),
    TASKS(
            "(?<!目标)任务|重点工作|主要工作|工作重点|工作内容|(?:主要|工作|重点|具体|政策)(?:措施|举措)|(?:主要|行动|建设|整治|改革|创建|服务|活动|检查|治理|试点|工作)内容|议定事项|改革举措|(?:重点|主要|专项|核心|具体)(?:行动|工程|项目|事项|举措|措施|环节|领域)|实施路径|推进举措|攻坚行动"),
    GOALS("目标|主要指标"),
    /** In minutes, what is left over. */
    ASIDE("^其他(?:事项|要求|工作)$|^有关事项$"),
    OTHER("");

    private static final int LONGEST = 24;
    private static final Pattern BRACKET = Pattern.compile("(?<=..)[（(〔【]");

    private final Pattern words;

    Topic(String words) {
        this.words = Pattern.compile(words);
    }

    static Topic of(Section section) {
        var whole = section.heading().text();
        var bracket = BRACKET.matcher(whole);
        var heading = whole.length() > LONGEST && bracket.find() ? whole.substring(0, bracket.start()) : whole;
        if (heading.length() > LONGEST) {
            return OTHER;
        }
        for (var topic : values()) {
            if (topic.words.matcher(heading).find()) {
                return topic;
            }
        }
        return OTHER;
    }
}
