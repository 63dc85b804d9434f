package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that nobody wrote to be read: whatever is repeated, reading takes time in proportion, and a stack of its usual depth. */
class HostileTextTest {
    private static final int LONGEST = 500_000;
    private static final PlanReader READER = new PlanReader();

    /** Words that the grammar knows, and what may stand between them. */
    private static final List<String> VOCABULARY = List.of(
            "甲，",
            "市民政局",
            "、",
            "，",
            "；",
            "。",
            "：",
            "\n",
            "\t",
            " ",
            "　",
            "（",
            "）",
            "〔",
            "〕",
            "《",
            "》",
            "“",
            "”",
            "|",
            "【",
            "责任单位：",
            "牵头单位：",
            "配合单位：",
            "完成时限：",
            "牵头",
            "配合",
            "负责",
            "会同",
            "由",
            "分别负责",
            "按职责分工负责",
            "等部门",
            "落实",
            "下同",
            "列第一位者为牵头单位",
            "逗号前为牵头单位",
            "带※的单位为牵头单位",
            "※",
            "以上任务均由",
            "为以上任务责任单位",
            "各有关单位",
            "各县（市、区）人民政府",
            "一、",
            "（一）",
            "1.",
            "（1）",
            "①",
            "第一条",
            "第一阶段：",
            "启动阶段（2024年3月—5月）",
            "阶段（",
            "年",
            "月",
            "日",
            "季度",
            "底前",
            "2024年",
            "3月",
            "20日前",
            "2024年6月底前完成",
            "国庆节前",
            "每月",
            "每季度末",
            "每年年度计划",
            "末",
            "自印发之日起10个工作日内",
            "至",
            "95%",
            "≥90%",
            "30-35张",
            "1,000",
            "1",
            "个",
            "不少于",
            "全覆盖",
            "全部",
            "至少",
            "力争",
            "原则上",
            "各单位要",
            "应",
            "成员单位包括",
            "成员：",
            "领导小组由",
            "分管",
            "单位",
            "张三",
            "局长",
            "重点任务",
            "实施步骤",
            "工作目标",
            "职责分工",
            "序号",
            "任务",
            "措施",
            "关于",
            "印发",
            "的通知",
            "实施方案",
            "纪要",
            "〔2024〕12号",
            "2024年3月5日",
            "抄送：",
            "附件",
            "信息公开",
            "组长：",
            "— 3 —",
            "[bookmark:",
            "经",
            "通过",
            "转发",
            "市委",
            "县",
            "a",
            "b ",
            "责成",
            "请",
            "要求",
            "商县财政局",
            "中共");

    static Stream<String> repeated() {
        return Stream.of(
                "甲，",
                "市民政局、",
                "市民政局，",
                "分别负责",
                "负责",
                "（",
                "（（a））",
                "（a",
                "）",
                "〔责任单位：市民政局〕",
                "（市民政局负责）",
                "一、",
                "一、甲\n",
                "（一）改造。（责任单位：市民政局）\n",
                "（一）甲\n",
                "2024年6月底前完成",
                "6月底前，",
                "《2024年6月底前",
                "95%",
                "95%、",
                "“95%",
                "每月，",
                "每年末",
                "末",
                "每季度末，甲",
                "单位",
                "有关单位",
                "下同",
                "（下同",
                "成员单位包括",
                "成员单位包括甲、",
                "启动阶段（年",
                "年",
                "— \n",
                "任务\t",
                "任务\t措施\n",
                "任务\t责任单位\n1\t2\n",
                "|",
                "\t",
                " ",
                "甲 ",
                "甲\n",
                "甲，\n",
                "抄送：",
                "市、",
                "、市",
                "会同市民政局、",
                "以上任务均由市民政局配合。",
                "一、以上任务均由市民政局配合。\n",
                "带※的为牵头单位",
                "经",
                "通过",
                "转发",
                "1",
                "1,000",
                "各单位要",
                "[bookmark:",
                "力争1%，",
                "县财政局局长",
                "市民政局：负责全市养老服务工作。\n",
                "第一条",
                "由市民政局",
                "责任单位：市民政局，",
                "（\n",
                "a ",
                "2024年 ",
                "附件 ");
    }

    @ParameterizedTest
    @MethodSource
    void repeated(String words) {
        assertLinear(words);
    }

    @Test
    void wordsOfTheGrammarInAnyOrder() {
        var random = new Random(20230313);
        for (int i = 0; i < Integer.getInteger("hostile.texts", 40); i++) {
            var words = Stream.generate(() -> VOCABULARY.get(random.nextInt(VOCABULARY.size())))
                    .limit(random.nextInt(1, 7))
                    .reduce("", String::concat);
            assertLinear(words);
        }
    }

    @Test
    void aDocumentOfRandomWordsIsReadInSeconds() {
        var random = new Random(1);
        var words = new StringBuilder();
        while (words.length() < LONGEST) {
            words.append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        assertThat(secondsFor(words.toString())).isLessThan(20);
    }

    // four times the text may take eight times as long, for what the machine does beside; a square would take sixteen
    private static void assertLinear(String words) {
        int size = Integer.getInteger("hostile.size", 60_000);
        double seconds = secondsFor(filled(words, size));
        if (seconds > 1) {
            double less = secondsFor(filled(words, size / 4));
            assertThat(seconds).as(words).isLessThan(Math.max(1.5, less * 8));
        }
    }

    private static String filled(String words, int size) {
        return words.repeat(size / words.length() + 1).substring(0, size);
    }

    // of this thread alone: a busy machine makes nothing slower
    private static double secondsFor(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        assertThat(READER.read(text)).isNotNull();
        return (threads.getCurrentThreadCpuTime() - started) / 1e9;
    }
}
