package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar by example: one row is one way in which offices write. A new notation begins with a new row here. */
class NotationsTest {
    private static final PlanReader READER = new PlanReader();

    private static Reading plan(String body) {
        return READER.read("""
                云江市人民政府办公室关于印发云江市养老服务提升实施方案的通知

                各县（区）人民政府：

                现印发给你们，请认真执行。

                云江市人民政府办公室
                2024年3月5日

                """ + body);
    }

    private static Reading.Task task(String words) {
        var tasks = plan("二、重点任务\n（一）改造敬老院。完善设施，提升能力。" + words).tasks();
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static List<String> names(@Nullable String words) {
        return words == null ? List.of() : List.of(words.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            （责任单位：市民政局）                                              | 市民政局 |
            〔责任单位：市民政局、市财政局〕                                     | 市民政局 市财政局 |
            [责任单位:市民政局,市财政局]                                        | 市民政局 市财政局 |
            【责任单位：市民政局；市财政局】                                     | 市民政局 市财政局 |
            ［责任部门：市民政局　市财政局］                                     | 市民政局 市财政局 |
            (责任单位:市民政局)                                                | 市民政局 |
            （牵头单位：市民政局；配合单位：市财政局、市教育局）                    | 市民政局 | 市财政局 市教育局
            （牵头单位：市民政局，配合单位：市财政局、市教育局）                    | 市民政局 | 市财政局 市教育局
            （牵头单位：市民政局 配合单位：市财政局）                             | 市民政局 | 市财政局
            （牵头部门：市民政局、市教育局；配合部门：市财政局）                    | 市民政局 市教育局 | 市财政局
            （牵头单位：市民政局；责任单位：市财政局、市教育局）                    | 市民政局 | 市财政局 市教育局
            （责任单位：市民政局；配合单位：市财政局）                             | 市民政局 | 市财政局
            （主办单位：市民政局；协办单位：市财政局）                             | 市民政局 | 市财政局
            （牵头单位：市民政局；参与单位：市财政局）                             | 市民政局 | 市财政局
            （牵头责任单位：市民政局；配合责任单位：市财政局）                       | 市民政局 | 市财政局
            （责任单位：市民政局牵头，市财政局、市教育局配合）                       | 市民政局 | 市财政局 市教育局
            （市民政局牵头，市财政局、市教育局按职责分工负责）                       | 市民政局 | 市财政局 市教育局
            （市民政局牵头，市财政局、市教育局等部门配合）                          | 市民政局 | 市财政局 市教育局
            （市民政局牵头，会同市财政局、市教育局落实）                            | 市民政局 | 市财政局 市教育局
            （由市民政局牵头，市财政局配合）                                      | 市民政局 | 市财政局
            （市民政局牵头负责，市财政局参与）                                    | 市民政局 | 市财政局
            （市民政局会同市财政局、市教育局负责）                                 | 市民政局 | 市财政局 市教育局
            （市民政局负责）                                                   | 市民政局 |
            （市民政局、市财政局按职责分工负责）                                   | 市民政局 市财政局 |
            （市民政局、市财政局等按职责分工负责）                                 | 市民政局 市财政局 |
            （市民政局、市财政局负责，列第一位者为牵头单位）                         | 市民政局 | 市财政局
            （市民政局，市财政局、市教育局）                                      | 市民政局 市财政局 市教育局 |
            （责任单位：市民政局（牵头）、市财政局、市教育局）                       | 市民政局 | 市财政局 市教育局
            （责任单位：市委组织部（市委老干部局）、市财政局）                       | 市委组织部（市委老干部局） 市财政局 |
            （责任单位：市发展和改革局、市文化广电和旅游局）                         | 市发展和改革局 市文化广电和旅游局 |
            （责任领导：李副市长；责任单位：市民政局）                              | 市民政局 |
            （责任单位：市民政局；责任人：王某某；完成时限：2024年6月底）             | 市民政局 |
            （完成时限：长期坚持；牵头单位：市民政局）                              | 市民政局 |
            （第一责任单位：市民政局；责任单位：市财政局）                           | 市民政局 | 市财政局
            【市民政局牵头；市财政局、市教育局配合】                                | 市民政局 | 市财政局 市教育局
            【责任单位】市民政局、市财政局                                        | 市民政局 市财政局 |
            【牵头单位】市民政局 【配合单位】市财政局                               | 市民政局 | 市财政局
            （牵头：市民政局；配合：市财政局、市教育局）                            | 市民政局 | 市财政局 市教育局
            （市民政局为牵头单位，市财政局、市教育局为配合单位）                     | 市民政局 | 市财政局 市教育局
            （市级责任单位：市民政局、市财政局）                                   | 市民政局 市财政局 |
            （市民政局牵头负责，市财政局、市教育局按职责分别负责，2024年6月底前完成）  | 市民政局 | 市财政局 市教育局
            （责任单位：市民政局〔牵头〕、市财政局）                                | 市民政局 | 市财政局
            （责任单位：市民政局、市财政局（市民政局牵头））                         | 市民政局 | 市财政局
            （责任单位：市民政局、市财政局，第一个单位为牵头单位）                    | 市民政局 | 市财政局
            （责任单位：国网云江供电公司、人行云江市分行、团市委、云江海关）           | 国网云江供电公司 人行云江市分行 团市委 云江海关 |
            （主责单位：市民政局；协同单位：市财政局）                              | 市民政局 | 市财政局
            （责任单位：市民政局、市财政局                                        | 市民政局 市财政局 |
            """)
    void bracketTellsUnitsAndTheirPart(String bracket, @Nullable String leads, @Nullable String cooperators) {
        var task = task(bracket);
        assertThat(task.leads()).isEqualTo(names(leads));
        assertThat(task.cooperators()).isEqualTo(names(cooperators));
        assertThat(task.text()).isEqualTo("改造敬老院。完善设施，提升能力。");
    }

    @ParameterizedTest(name = "{0} / {1}")
    @CsvSource(delimiter = '|', textBlock = """
            （逗号前为牵头单位，逗号后为配合单位，下同）      | 〔责任单位：市民政局、市教育局，市财政局〕 | 市民政局 市教育局 | 市财政局
            以下责任单位中，分号前为牵头单位，分号后为配合单位。 | （责任单位：市民政局、市教育局；市财政局） | 市民政局 市教育局 | 市财政局
            各项任务列第一位的为牵头单位。                    | （责任单位：市民政局、市教育局、市财政局） | 市民政局 | 市教育局 市财政局
            注：排在首位的单位为牵头单位。                    | （责任单位：市民政局、市教育局） | 市民政局 | 市教育局
            第一责任单位为牵头单位，其他为配合单位。            | （责任单位：市民政局、市教育局） | 市民政局 | 市教育局
            带※的单位为牵头单位。                            | （责任单位：※市民政局、市教育局、※市财政局） | 市民政局 市财政局 | 市教育局
            标★者为牵头单位。                               | （责任单位：市民政局★、市教育局） | 市民政局 | 市教育局
            上述任务均由各县（区）人民政府配合，不再逐一列出。   | （牵头单位：市民政局） | 市民政局 |
            """)
    void ruleStatedOnceHoldsThroughout(String rule, String bracket, String leads, @Nullable String cooperators) {
        for (var body : List.of(
                "二、重点任务\n" + rule + "\n（一）改造敬老院。" + bracket, "二、重点任务\n（一）改造敬老院。" + bracket + "\n三、附则\n" + rule)) {
            var task = plan(body).tasks().getFirst();
            assertThat(task.leads()).isEqualTo(names(leads));
            assertThat(task.cooperators()).isEqualTo(names(cooperators));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ——责任单位：市民政局、市财政局            | 市民政局 市财政局 |
            责任分工：市民政局牵头，市财政局配合        | 市民政局 | 市财政局
            主办：市民政局\\n协办：市财政局            | 市民政局 | 市财政局
            牵头单位：市 民 政 局\\n责任单位：市财政局  | 市民政局 | 市财政局
            牵头部门：市民政局　　配合部门：市财政局     | 市民政局 | 市财政局
            """)
    void lineOfItsOwnTellsUnitsAndTheirPart(String lines, String leads, @Nullable String cooperators) {
        var task = task("\n" + lines.replace("\\n", "\n"));
        assertThat(task.leads()).isEqualTo(names(leads));
        assertThat(task.cooperators()).isEqualTo(names(cooperators));
        assertThat(task.text()).isEqualTo("改造敬老院。完善设施，提升能力。");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            由市民政局牵头，会同市财政局，研究制定办法。       | 市民政局 | 市财政局
            市民政局会同市财政局修订管理办法。               | 市民政局 | 市财政局
            由市人民医院负责建设影像中心，市大数据中心配合。   | 市人民医院 | 市大数据中心
            责成市财政局拨付资金。                         | 市财政局 |
            由市政府督查室对上述事项每季度通报。             | 市政府督查室 |
            市财政局要于5月底前拨付资金。                   | 市财政局 |
            """)
    void sentenceOfMinutesGivesUnitsTheirPart(String sentence, String leads, @Nullable String cooperators) {
        var tasks = READER.read("云江市养老服务联席会议纪要\n2024年4月8日召开会议，议定如下：\n一、" + sentence + "\n")
                .tasks();
        assertThat(tasks).singleElement().satisfies(task -> {
            assertThat(task.leads()).isEqualTo(names(leads));
            assertThat(task.cooperators()).isEqualTo(names(cooperators));
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            县教育局：负责日常工作。\\n县公安局：负责维护秩序。\\n县财政局：负责经费保障。
            县教育局\\n负责日常工作。\\n县公安局\\n负责维护秩序。\\n县财政局\\n负责经费保障。
            （一）县教育局。负责日常工作。\\n（二）县公安局。负责维护秩序。\\n（三）县财政局。负责经费保障。
            1.县教育局负责日常工作。\\n2.县公安局负责维护秩序。\\n3.县财政局负责经费保障。
            县教育局——负责日常工作。\\n县公安局——负责维护秩序。\\n县财政局——负责经费保障。
            """)
    void dutyOfAUnitIsFoundHoweverItIsSetApart(String lines) {
        var reading = READER.read("云山县联席会议制度\n三、成员单位职责\n" + lines.replace("\\n", "\n") + "\n四、工作规则\n每季度召开会议。\n");
        assertThat(reading.duties())
                .extracting(duty -> duty.unit() + " " + duty.startsWith())
                .containsExactly("县教育局 负责日常工作。", "县公安局 负责维护秩序。", "县财政局 负责经费保障。");
        assertThat(reading.tasks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"各相关部门", "有关单位", "各县（市、区）人民政府", "各乡镇（街道）", "市级有关部门", "各成员单位", "市直各有关单位", "其他相关部门"})
    void phraseForManyUnitsIsNoUnit(String phrase) {
        var task = task("（责任单位：市民政局、" + phrase + "）");
        assertThat(task.leads()).containsExactly("市民政局");
        assertThat(task.wildcards()).containsExactly(phrase);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2024年底前完成。                | 2024-12-31
            2025年6月底前完成。              | 2025-06-30
            于2024年9月20日前报送。          | 2024-09-20
            9月20日前完成。                 | 2024-09-20
            到2025年，覆盖全市。             | 2025-12-31
            6月上旬前完成。                 | 2024-06-10
            2024年8月中旬前完成。            | 2024-08-20
            第三季度末前完成。               | 2024-09-30
            2024年上半年完成。               | 2024-06-30
            国庆节前完成。                  | 2024-09-30
            2025年春节前完成。              | 2025-01-28
            年底前完成。                    | 2024-12-31
            本月底前完成。                  | 2024-03-31
            明年3月底前完成。                | 2025-03-31
            2024年4月底前启动，10月底前完成。  | 2024-10-31
            自印发之日起10个工作日内完成。     | 2024-03-19
            长期坚持。                      |
            自2024年1月起施行。              |
            每年12月底前报送总结。            |
            按照《2024年12月底前任务表》办理。 |
            2024.9.30前完成。                | 2024-09-30
            2024-06-30前完成。               | 2024-06-30
            ２０２４年６月底前完成。           | 2024-06-30
            二〇二四年六月底前完成。           | 2024-06-30
            2024年6月30日24时前完成。         | 2024-06-30
            6月上旬提请审议。                 | 2024-06-10
            2024年7月—9月集中排查。           | 2024-09-30
            6—9月集中排查。                  | 2024-09-30
            “五一”前完成。                   | 2024-04-30
            每年6—9月开展检查。               |
            年内分阶段办理的项目不少于20个。    |
            年内完成改造。                    | 2024-12-31
            """)
    void dueDayIsTheLastThatTheTaskGives(String words, @Nullable String day) {
        var due = task(words + "（责任单位：市民政局）").dueOn();
        assertThat(due == null ? null : due.toString()).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            群众满意率≥90%                 | >= 90 %
            床位数不低于500张               | >= 500 张
            护理型床位占比达到55%以上         | >= 55 %
            至少建成3所示范院               | >= 3 所
            每年至少举办2次培训              | >= 2 次
            办理时限压缩至3个工作日以内       | <= 3 个工作日
            空置率不超过10%                 | <= 10 %
            入住率控制在80%以内              | <= 80 %
            每千名老人有30-35张床位          | between 30 35 张
            培训护理员1.5万人次              | = 1.5 万人次
            培养100名骨干                   | = 100 名
            街道养老服务综合体全覆盖          | = 100 %
            二级以上医院全部设置老年医学科     | = 100 %
            新建示范点20个、改造站点35个      | = 20 个;= 35 个
            力争覆盖率达到95％               | = 95 %
            投入资金2,500万元               | = 2500 万元
            落实“9073”格局                  |
            二级以上医院开设门诊              |
            根据〔2023〕12号文件            |
            占比由2023年的8%提高到12%       | = 12 %
            平台年访问量不少于2000万人次     | >= 2000 万人次
            办理时限压缩在３天以内           | <= 3 天
            覆盖率达到百分之九十五以上        | >= 95 %
            死亡率控制在5‰以内              | <= 5 ‰
            托管帮扶期不少于3年              | >= 3 年
            培育示范户200余家               | = 200 家
            满意度达到90分以上               | >= 90 分
            PM2.5浓度不高于35微克/立方米      | <= 35 微克/立方米
            升级2.0版平台                   |
            面向18周岁以上老人               |
            """)
    void targetHasOperatorValueAndMeasure(String words, @Nullable String expected) {
        var found = task(words + "。（责任单位：市民政局）").indicators().stream()
                .map(each -> String.join(
                        " ",
                        java.util.stream.Stream.of(
                                        each.operator().symbol(),
                                        each.value().toPlainString(),
                                        each.upper() == null ? "" : each.upper().toPlainString(),
                                        each.measure())
                                .filter(part -> !part.isEmpty())
                                .toList()))
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            （一）启动阶段（2024年3月）。部署工作。                | 启动阶段 | 2024-03-01 | 2024-03-31
            （一）启动阶段（2024年3月—5月）。部署工作。             | 启动阶段 | 2024-03-01 | 2024-05-31
            （一）启动阶段（2024年3-5月）                        | 启动阶段 | 2024-03-01 | 2024-05-31
            （一）启动阶段（2024年3月至2025年2月）                | 启动阶段 | 2024-03-01 | 2025-02-28
            （一）启动阶段（2024年3月10日—4月20日）               | 启动阶段 | 2024-03-10 | 2024-04-20
            （一）启动阶段（4月—6月）                            | 启动阶段 | 2024-04-01 | 2024-06-30
            （一）启动阶段：2024年3月至5月。                      | 启动阶段 | 2024-03-01 | 2024-05-31
            1.启动阶段（2024年上半年）                           | 启动阶段 | 2024-01-01 | 2024-06-30
            （一）第一阶段：动员部署阶段（2024年第二季度）           | 动员部署阶段 | 2024-04-01 | 2024-06-30
            （一）2024年3月至5月为动员部署阶段。                   | 动员部署阶段 | 2024-03-01 | 2024-05-31
            （一）2024年3月—5月，动员部署。                       | 动员部署 | 2024-03-01 | 2024-05-31
            （一）启动阶段（2024.3—2024.5）                      | 启动阶段 | 2024-03-01 | 2024-05-31
            （一）启动阶段（方案印发之日至2024年5月）               | 启动阶段 | 2024-03-05 | 2024-05-31
            第一阶段（2024年3月）：动员部署。                      | 第一阶段 | 2024-03-01 | 2024-03-31
            """)
    void phaseHasFirstAndLastDay(String words, String name, String from, String to) {
        var phases = plan("三、实施步骤\n" + words + "\n四、工作要求\n加强领导。").phases();
        assertThat(phases).singleElement().satisfies(phase -> {
            assertThat(phase.name()).isEqualTo(name);
            assertThat(phase.from()).hasToString(from);
            assertThat(phase.to()).hasToString(to);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            市民政局每月调度一次               | MONTH
            各单位每季度末月25日前报送进展       | QUARTER
            每半年开展一次评估                 | HALF_YEAR
            每年至少召开一次全体会议            | YEAR
            每周通报进展情况                   | WEEK
            制定年度工作计划                   | YEAR
            各县（区）按月报送数据              | MONTH
            参保人数逐年增长                   |
            每千名老人床位数                   |
            """)
    void recurringObligationIsACadence(String words, @Nullable Every every) {
        var cadences = plan("四、保障措施\n（一）强化调度。加强统筹，" + words + "。").cadences();
        assertThat(cadences.stream().map(Reading.Cadence::every).toList())
                .isEqualTo(every == null ? List.of() : List.of(every));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            成员单位包括市民政局、市财政局、市教育局。                       | 市民政局 市财政局 市教育局
            领导小组成员由市民政局、市财政局、市教育局等部门分管负责同志担任。    | 市民政局 市财政局 市教育局
            成  员：市民政局、市财政局、市教育局主要负责同志。                 | 市民政局 市财政局 市教育局
            联席会议由市民政局、市财政局、市教育局等3个部门组成，市民政局为牵头单位。 | 市民政局 市财政局 市教育局
            参会人员包括市委组织部（人才办）、市财政局、市教育局等单位负责人。     | 市委组织部（人才办） 市财政局 市教育局
            市民政局、市财政局、市教育局为成员单位。                          | 市民政局 市财政局 市教育局
            成员单位共3个，分别是市民政局、市财政局、市教育局。                 | 市民政局 市财政局 市教育局
            成员单位：市民政局，市财政局；市教育局。                          | 市民政局 市财政局 市教育局
            工作机制由市民政局、市财政局、市教育局3家单位组成。                 | 市民政局 市财政局 市教育局
            """)
    void rosterNamesMembers(String words, String members) {
        assertThat(plan("二、组织领导\n" + words).members()).isEqualTo(names(members));
    }
}
