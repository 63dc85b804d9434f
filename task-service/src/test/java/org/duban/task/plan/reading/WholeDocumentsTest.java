package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents as offices lay them out: groups, tables, minutes, wrapped lines. */
class WholeDocumentsTest {
    private final PlanReader reader = new PlanReader();

    @Test
    void ordinalRunsThroughGroupsThatBeginAnew() {
        var reading = reader.read("""
                二、主要任务
                （一）扩大供给
                1.新建园所。到2025年，新建公办园12所。（牵头单位：市教育局；配合单位：市财政局）
                2.改造园所。完成改造30所以上。（责任单位：市教育局）
                （二）提升质量
                1.培训教师。每年培训教师500人次。
                （牵头单位：市教育局；配合单位：各县区人民政府）
                2.加强监管。（责任单位：市教育局、市市场监管局）
                三、保障措施
                （一）加强领导。各县区要压实责任。
                """);
        assertThat(reading.tasks()).extracting(Reading.Task::ordinal).containsExactly(1, 2, 3, 4);
        assertThat(reading.tasks()).extracting(Reading.Task::title).containsExactly("新建园所", "改造园所", "培训教师", "加强监管");
        assertThat(reading.tasks().getFirst().dueOn()).hasToString("2025-12-31");
        assertThat(reading.tasks().get(2).wildcards()).containsExactly("各县区人民政府");
        assertThat(reading.tasks().get(2).leads()).containsExactly("市教育局");
    }

    @Test
    void oneBracketAfterNumberedMeasuresSpeaksForTheWholeSection() {
        var reading = reader.read("""
                二、重点任务
                （一）减污降碳。
                1.淘汰燃煤锅炉20台。
                2.推广新能源车辆。
                （责任单位：市生态环境局、市工业和信息化局）
                （二）治水护水。整治黑臭水体5条。（责任单位：市水利局）
                """);
        assertThat(reading.tasks()).hasSize(2);
        assertThat(reading.tasks().getFirst().leads()).containsExactly("市生态环境局", "市工业和信息化局");
        assertThat(reading.tasks().getFirst().text()).contains("淘汰燃煤锅炉20台").doesNotContain("责任单位");
    }

    @Test
    void eachMeasureOfATaskMayNameItsOwnUnits() {
        var reading = reader.read("""
                二、重点任务
                （一）优化环境。推行一网通办。（责任单位：市行政审批局）压减办理时限。（责任单位：市市场监管局）
                """);
        assertThat(reading.tasks()).singleElement().satisfies(task -> {
            assertThat(task.leads()).containsExactly("市行政审批局", "市市场监管局");
            assertThat(task.text()).isEqualTo("优化环境。推行一网通办。压减办理时限。");
        });
    }

    @Test
    void linesUnderATaskNameUnitsAndDay() {
        var reading = reader.read("""
                云山县2024年重点任务分工方案
                一、建设托育中心。完成主体工程。
                牵头单位：县卫生健康局
                配合单位：县住房和城乡建设局、县财政局
                完成时限：2024年11月底
                二、开展普惠托育。
                牵头单位：县卫生健康局
                完成时限：长期坚持
                """);
        assertThat(reading.kind()).isEqualTo(DocumentKind.TASK_BREAKDOWN);
        assertThat(reading.tasks()).hasSize(2);
        var first = reading.tasks().getFirst();
        assertThat(first.leads()).containsExactly("县卫生健康局");
        assertThat(first.cooperators()).containsExactly("县住房和城乡建设局", "县财政局");
        assertThat(first.dueOn()).hasToString("2024-11-30");
        assertThat(reading.tasks().get(1).dueOn()).isNull();
    }

    @Test
    void everyRowOfATableIsATask() {
        var reading = reader.read("""
                云江市2024年营商环境重点任务分解表
                序号\t重点任务\t具体措施\t责任单位\t责任单位\t完成时限
                序号\t重点任务\t具体措施\t牵头单位\t配合单位\t完成时限
                一、政务服务\t一、政务服务\t一、政务服务\t一、政务服务\t一、政务服务\t一、政务服务
                1\t一网通办\t实现高频事项100%网办\t市行政审批局\t市大数据局、各有关部门\t2024年6月底
                2\t一网通办\t压减办理时限至3个工作日以内\t市行政审批局\t无\t2024年12月
                二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入\t二、市场准入
                3\t企业开办\t推行一件事一次办\t市市场监管局\t市公安局 市税务局\t持续推进
                """);
        assertThat(reading.kind()).isEqualTo(DocumentKind.TASK_BREAKDOWN);
        assertThat(reading.tasks()).extracting(Reading.Task::ordinal).containsExactly(1, 2, 3);
        assertThat(reading.tasks())
                .extracting(Reading.Task::leads)
                .containsExactly(List.of("市行政审批局"), List.of("市行政审批局"), List.of("市市场监管局"));
        assertThat(reading.tasks())
                .extracting(Reading.Task::cooperators)
                .containsExactly(List.of("市大数据局"), List.of(), List.of("市公安局", "市税务局"));
        assertThat(reading.tasks())
                .extracting(Reading.Task::wildcards)
                .containsExactly(List.of("各有关部门"), List.of(), List.of());
        assertThat(reading.tasks())
                .extracting(task -> String.valueOf(task.dueOn()))
                .containsExactly("2024-06-30", "2024-12-31", "null");
        assertThat(reading.tasks().getFirst().startsWith()).isEqualTo("实现高频事项100%网办");
    }

    @Test
    void minutesNameUnitsInTheSentence() {
        var reading = reader.read("""
                云江市养老服务联席会议纪要
                〔2024〕3号
                2024年4月8日，李副市长主持召开联席会议。纪要如下：
                会议议定事项：
                一、关于适老化改造。由市民政局牵头，市财政局、市住房城乡建设局配合，6月底前完成改造200户。
                二、关于资金安排。市财政局负责落实资金，于5月20日前拨付到位。
                三、关于宣传。责成市融媒体中心会同市民政局于国庆节前推出专题节目。
                出席：市民政局王某、市财政局李某。
                2024年4月10日
                """);
        assertThat(reading.kind()).isEqualTo(DocumentKind.MINUTES);
        assertThat(reading.documentNumber()).isEqualTo("〔2024〕3号");
        assertThat(reading.members()).isEmpty();
        assertThat(reading.tasks())
                .extracting(Reading.Task::leads)
                .containsExactly(List.of("市民政局"), List.of("市财政局"), List.of("市融媒体中心"));
        assertThat(reading.tasks().getFirst().cooperators()).containsExactly("市财政局", "市住房城乡建设局");
        assertThat(reading.tasks().get(2).cooperators()).containsExactly("市民政局");
        assertThat(reading.tasks())
                .extracting(task -> String.valueOf(task.dueOn()))
                .containsExactly("2024-06-30", "2024-05-20", "2024-09-30");
    }

    @Test
    void linesWrappedByAProgramAreOneParagraphAndNoBrokenLines() {
        var wrapped = new StringBuilder("云江市养老服务实施方案\n\n一、重点任务\n");
        var sentence = "持续完善居家社区机构相协调的养老服务体系，推动优质资源向基层延伸，不断增强老年人获得感幸福感安全感，";
        var text = "（一）健全体系。" + sentence.repeat(12) + "取得实效。（责任单位：市民政局、市财政局）";
        for (int i = 0; i < text.length(); i += 28) {
            wrapped.append(text, i, Math.min(text.length(), i + 28)).append('\n');
            if (i % 280 == 252) {
                wrapped.append("\n— 3 —\n\n");
            }
        }
        var reading = reader.read(wrapped.toString());
        assertThat(reading.tasks()).singleElement().satisfies(task -> {
            assertThat(task.leads()).containsExactly("市民政局", "市财政局");
            assertThat(task.text()).isEqualTo("健全体系。" + sentence.repeat(12) + "取得实效。");
        });
        assertThat(reading.findings()).noneMatch(finding -> finding.code() == FindingCode.BROKEN_LINE);
    }

    @Test
    void unitsGivenToAllTasksBelongToEach() {
        var reading = reader.read("""
                二、重点任务
                （一）修路。（责任单位：县交通运输局）
                （二）架桥。（责任单位：县水利局）
                以上任务均由各乡镇人民政府配合，不再逐一列出。
                """);
        assertThat(reading.tasks()).allMatch(task -> task.wildcards().equals(List.of("各乡镇人民政府")));
    }

    @Test
    void unitsForAllMayBeGivenInsideTheFirstBracket() {
        var reading = reader.read("""
                二、重点任务
                （一）普惠行动
                1．扩大资源。（市教育局牵头，市财政局按职责分工负责。以下均需各县〔区〕人民政府落实，不再列出）
                2．提高质量。（市教育局负责）
                """);
        assertThat(reading.tasks()).extracting(Reading.Task::leads).containsExactly(List.of("市教育局"), List.of("市教育局"));
        assertThat(reading.tasks()).allMatch(task -> task.wildcards().equals(List.of("各县〔区〕人民政府")));
    }

    @Test
    void everyFieldKnowsTheWordsItCameFrom() {
        var text = """
                　　二、重点任务
                　　（一） 改造 敬老院。到2025年，床位达到500张以上，设施完善，群众满意，服务规范有序。
                　　（牵头单位：市民政局；配合单位：市财政局、各相关部门）
                """;
        var reading = reader.read(text);
        var task = reading.tasks().getFirst();
        assertThat(words(text, task.spans().get("leads"))).isEqualTo("市民政局");
        assertThat(words(text, task.spans().get("cooperators"))).isEqualTo("市财政局");
        assertThat(words(text, task.spans().get("wildcards"))).isEqualTo("各相关部门");
        assertThat(words(text, task.spans().get("dueOn"))).isEqualTo("2025年");
        assertThat(words(text, task.spans().get("title"))).isEqualTo("改造 敬老院");
        assertThat(task.title()).isEqualTo("改造敬老院");
        assertThat(words(text, task.source())).startsWith("（一）").endsWith("）");
        assertThat(words(text, task.indicators().getFirst().source())).isEqualTo("床位达到500张以上");
        assertThat(reading.findings())
                .filteredOn(Reading.Finding::needsPerson)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(FindingCode.WILDCARD_UNIT);
                    assertThat(finding.taskOrdinal()).isEqualTo(1);
                    assertThat(words(text, finding.source())).isEqualTo("各相关部门");
                });
    }

    @Test
    void closingWordsUnderTheLastItemAreSaidToAll() {
        for (var closing : List.of(
                "县政府督查室跟踪督办。各责任单位请于4月30日前报送方案。",
                "会议最后强调，各责任单位务必于4月30日前报送方案。",
                "县民政局要加强调度，各责任单位于4月30日前报送方案。\n（联系人及电话略）")) {
            var reading = reader.read("""
                    云山县养老服务专题会议纪要
                    2024年4月8日，副县长主持召开会议，听取汇报，研究有关工作，议定如下：
                    一、关于选址。由县民政局牵头，县自然资源局配合。
                    二、关于资金。由县财政局负责。
                    三、关于宣传。由县融媒体中心负责。
                    %s
                    云山县人民政府办公室
                    2024年4月10日
                    参加：县民政局、县财政局负责人
                    """.formatted(closing));
            assertThat(reading.tasks())
                    .extracting(Reading.Task::leads)
                    .containsExactly(List.of("县民政局"), List.of("县财政局"), List.of("县融媒体中心"));
            assertThat(reading.tasks().getLast().dueOn()).isNull();
            assertThat(reading.deadlines()).extracting(Reading.Deadline::on).containsExactly(LocalDate.of(2024, 4, 30));
        }
    }

    @Test
    void issuerAndDayMayStandAboveTheTitleOrInItsMasthead() {
        for (var head : List.of(
                "专题会议纪要\n云府阅〔2024〕4号\n云山县人民政府办公室\n2024年4月10日\n云山县养老服务专题会议纪要",
                "会 议 纪 要\n云府纪〔2024〕第4期\n云山县人民政府办公室            2024年4月10日\n云山县养老服务专题会议纪要",
                "云山县养老服务专题会议纪要\n云府阅〔2024〕4号\n云山县人民政府办公室        签发日期：2024年4月10日",
                "云山县养老服务专题会议纪要\n云府阅〔2024〕4号\n云山县人民政府办公室        二〇二四年四月十日",
                "云山县养老服务专题会议纪要\n制发单位：云山县人民政府办公室        日期：2024年4月10日")) {
            var reading = reader.read(head + "\n\n4月8日，副县长主持召开会议，听取汇报，研究有关工作，议定如下：\n一、关于选址。由县民政局负责。\n");
            assertThat(reading.title()).isEqualTo("云山县养老服务专题会议纪要");
            assertThat(reading.issuer()).isEqualTo("云山县人民政府办公室");
            assertThat(reading.issuedOn()).isEqualTo(LocalDate.of(2024, 4, 10));
        }
    }

    @Test
    void whoIssuesADocumentSaysNothingOfItsKind() {
        assertThat(reader.read("云山县养老服务工作领导小组办公室关于印发2024年工作要点的通知\n\n各成员单位：\n现印发给你们。\n")
                        .kind())
                .isEqualTo(DocumentKind.IMPLEMENTATION_PLAN);
        assertThat(reader.read("云山县养老服务联席会议办公室关于印发联席会议制度的通知\n\n各成员单位：\n现印发给你们。\n")
                        .kind())
                .isEqualTo(DocumentKind.CONFERENCE_RULES);
    }

    @Test
    void underAHeadingOfTasksStandTheTasksAndProceduresBesideItAreNone() {
        var reading = reader.read("""
                云山县关于建立养老服务协同工作机制的通知
                一、工作流程
                （一）受理。县民政局受理来信来访。
                （二）转办。县民政局转县财政局办理。
                二、2024年重点事项
                1.改造敬老院。县民政局主办，县财政局协办，6月底前完成。
                2.慰问老人。县妇联主办，县民政局协办。
                """);
        assertThat(reading.tasks()).extracting(Reading.Task::leads).containsExactly(List.of("县民政局"), List.of("县妇联"));
    }

    @Test
    void anyTextIsReadWithoutComplaint() {
        for (var text : List.of(
                "",
                " \n\t\n",
                "。",
                "（（（（〔〔",
                "一、",
                "\t\t\t",
                "（一）（二）（三）",
                "2024年13月45日前",
                "|||\n|-|-|\n",
                "责任单位：",
                "〔责任单位：〕",
                "《《《》关于")) {
            assertThat(reader.read(text)).as(text).isNotNull();
        }
    }

    @Test
    void twoHundredPagesAreReadInSeconds() {
        var page = "（一）健全体系。" + "持续完善服务体系，推动资源下沉，覆盖率达到95%以上。".repeat(24) + "（牵头单位：市民政局；配合单位：市财政局）\n";
        // of this thread alone: a busy machine makes nothing slower
        var threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();
        assertThat(reader.read("二、重点任务\n" + page.repeat(200)).tasks()).hasSize(200);
        assertThat((threads.getCurrentThreadCpuTime() - started) / 1e9).isLessThan(5);
    }

    private static String words(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}
