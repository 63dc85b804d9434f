package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents say in sentences rather than in brackets and columns, by example. */
class ProseNotationsTest {
    private static final PlanReader READER = new PlanReader();

    private static Reading plan(String body) {
        return READER.read("云江市人民政府办公室关于印发云江市养老服务提升实施方案的通知\n\n云江市人民政府办公室\n2024年3月5日\n\n" + body);
    }

    private static Reading.Task task(String words) {
        var tasks = plan("二、重点任务\n（一）改造敬老院。" + words).tasks();
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static List<String> names(@Nullable String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            具体工作由市民政局负责，市大数据中心做好技术支撑。       | 市民政局 | 市大数据中心
            此项工作由市教育局抓好落实。                           | 市教育局 |
            市民政局负总责，市财政局、市商务局配合。                 | 市民政局 | 市财政局 市商务局
            第一责任单位为市民政局，市卫生健康委、市残联协办。         | 市民政局 | 市卫生健康委 市残联
            助餐点按月报送数据，此项工作责任单位为市民政局。           | 市民政局 |
            责成市住房和城乡建设局拿出操作细则。                     | 市住房和城乡建设局 |
            市应急管理局、市发展和改革局抓紧补充防汛物资。             | 市应急管理局 市发展和改革局 |
            补贴资金由财政所据实拨付。                             | 财政所 |
            应急管理所会同综合执法队对餐饮场所开展排查。               | 应急管理所 | 综合执法队
            """)
    void sentenceOfMinutesGivesUnitsTheirPart(String sentence, String leads, @Nullable String cooperators) {
        var tasks = READER.read("云江市养老服务联席会议纪要\n2024年4月8日召开会议，议定如下：\n一、改造敬老院。" + sentence + "\n")
                .tasks();
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.leads()).isEqualTo(names(leads));
            assertThat(task.cooperators()).isEqualTo(names(cooperators));
        });
    }

    @Test
    void tasksWithoutHeadingAndBracketsAreToldByTheirSentences() {
        var tasks = plan("""
                一、总体要求
                坚持需求导向。
                二、夯实基础
                （一）新建基站。由市工业和信息化局牵头，市通信建设办配合，2024年12月底前完成。
                （二）建设测报设施。此项工作由市水利局负责。
                三、发展经济
                （三）培育电商。市商务局牵头开展培训，市农业农村局参与。
                （四）发展农业。市农业农村局要会同市科技局制定标准。
                四、组织保障
                （一）加强领导。市网信办每季度通报进展。
                """).tasks();
        assertThat(tasks)
                .extracting(task -> task.leads() + " " + task.cooperators())
                .containsExactly("[市工业和信息化局] [市通信建设办]", "[市水利局] []", "[市商务局] [市农业农村局]", "[市农业农村局] [市科技局]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            （市教育局、市工业和信息化局牵头，市科技局配合，2023年11月底前完成首批认定） | 市教育局 市工业和信息化局 | 市科技局
            （市委编办、市教育局牵头，市财政局配合，2024年8月31日前到位）              | 市委编办 市教育局 | 市财政局
            （牵头单位：市数据局；配合单位：市政府各部门）                             | 市数据局 |
            （责任单位：市纪委监委机关、市公安局）                                    | 市纪委监委机关 市公安局 |
            """)
    void datesAndPhrasesAmongUnitsAreNoUnits(String bracket, String leads, @Nullable String cooperators) {
        var task = task(bracket);
        assertThat(task.leads()).isEqualTo(names(leads));
        assertThat(task.cooperators()).isEqualTo(names(cooperators));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            平台于2025年第一季度投入试运行，同年6月30日前完成验收。 | 2025-06-30
            年内新建食堂40家，2024年12月20日前完成验收。           | 2024-12-20
            检查于2024年11月1日启动、2025年3月20日结束。          | 2025-03-20
            """)
    void dueDayIsTheLastThatTheTaskGives(String words, String day) {
        assertThat(task(words + "（责任单位：市民政局）").dueOn()).hasToString(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            道路积尘负荷不高于2.5克/平方米            | <= 2.5 克/平方米
            公用经费补助不低于600元/人                | >= 600 元/人
            开办时间控制在4个工作小时以内              | <= 4 个工作小时
            招生规模不低于全省招生规模的10％           | >= 10 %
            每季度举办一场以上对接活动                | >= 1 场
            （2）设置监测哨点42个                    | = 42 个
            对全市37座小型水库逐库落实责任人           |
            """)
    void targetHasOperatorValueAndMeasure(String words, @Nullable String expected) {
        var found = task(words + "。（责任单位：市民政局）").indicators().stream()
                .map(each -> each.operator().symbol() + " " + each.value().toPlainString() + " " + each.measure())
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            （市教育局、市总工会负责，每年5月组织实施） | 每年5月组织实施
            按年龄段测算学位需求                     |
            于2024年11月15日前提交本年度评估报告       |
            二是市民政局每周五报送进展                | 市民政局每周五报送进展
            """)
    void rhythmIsToldByItsOwnWords(String words, @Nullable String cadence) {
        assertThat(task(words + "。").title()).isNotEmpty();
        assertThat(plan("二、重点任务\n（一）改造敬老院。" + words + "。").cadences())
                .extracting(Reading.Cadence::text)
                .isEqualTo(cadence == null ? List.of() : List.of(cadence));
    }

    @Test
    void phasesMayStandInOneParagraph() {
        var reading = plan("三、进度安排\n3月中旬至4月上旬为筹备启动期，制定清单；4月中旬至11月为组织实施期，集中推进；12月为总结展示期，汇编成果。\n");
        assertThat(reading.phases())
                .extracting(phase -> phase.name() + " " + phase.from() + " " + phase.to())
                .containsExactly(
                        "筹备启动期 2024-03-11 2024-04-10", "组织实施期 2024-04-11 2024-11-30", "总结展示期 2024-12-01 2024-12-31");
        assertThat(reading.deadlines()).isEmpty();
    }

    @Test
    void circledNumbersThatRunOnCountTasks() {
        var tasks = plan("""
                二、主要任务
                （一）提升阵地
                ①改造书屋。补充图书。
                责任单位：市文广旅局（牵头）、市财政局
                ②建设书吧。建成5处。
                责任单位：市文广旅局（牵头）
                （二）办好活动
                ③开展读书活动。组织比赛。
                责任单位：市教育局（牵头）、团市委
                """).tasks();
        assertThat(tasks)
                .extracting(Reading.Task::leads)
                .containsExactly(List.of("市文广旅局"), List.of("市文广旅局"), List.of("市教育局"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ——县教育局。负责日常工作。\\n——县公安局。维护校园秩序。\\n——县财政局。落实工作经费。
            县教育局  负责日常工作。\\n县公安局  维护校园秩序。\\n县财政局  落实工作经费。
            """)
    void dutyOfAUnitIsFoundHoweverItIsSetApart(String lines) {
        var reading = READER.read("云山县联席会议制度\n三、成员单位职责\n" + lines.replace("\\n", "\n") + "\n四、工作规则\n每季度召开会议。\n");
        assertThat(reading.duties())
                .extracting(duty -> duty.unit() + " " + duty.startsWith())
                .containsExactly("县教育局 负责日常工作。", "县公安局 维护校园秩序。", "县财政局 落实工作经费。");
    }

    @Test
    void nameCutAtAPageIsOneName() {
        var reading = plan("""
                二、重点任务
                （一）改造敬老院。
                〔牵头单位：市民政局 责任单位：市气象局、市融媒
                - 2 -
                体中心、市财政局〕
                """);
        assertThat(reading.tasks()).singleElement().satisfies(task -> {
            assertThat(task.leads()).containsExactly("市民政局");
            assertThat(task.cooperators()).containsExactly("市气象局", "市融媒体中心", "市财政局");
        });
    }

    @Test
    void rulesForAnyMeetingSetNoDay() {
        var reading = READER.read("云山县联席会议制度\n2024年3月5日\n四、工作规则\n会议纪要会后5个工作日内印发。\n");
        assertThat(reading.deadlines()).isEmpty();
    }
}
