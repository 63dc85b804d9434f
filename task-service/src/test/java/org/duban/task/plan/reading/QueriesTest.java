package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a careful reader would ask back about, and what is only a manner of writing. */
class QueriesTest {
    private static final PlanReader READER = new PlanReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            各县（市、区）于2024年3月底前报送工作方案。 | 各县（市、区）
            各市（州）制定实施细则。 | 各市（州）
            各乡镇（街道）参照建立协调机制。 | 各乡镇（街道）
            各级各部门务必绷紧安全之弦。 | 各级各部门
            各责任单位请于4月3日前报送落实方案。 | 各责任单位
            各级财政要优化支出结构。 | 各级财政
            各牵头单位要主动做好协调。 |
            各责任单位要各司其职。 |
            各成员单位要密切配合。 |
            每个街道至少建成1个心理咨询室。 |
            有关部门要加强指导。 |
            各街道办事处儿童督导员于每月25日前报送信息。 |
            """)
    void thoseWhoAreObligedTogether(String words, String who) {
        var found = texts(READER.read("云江市养老服务实施方案\n四、保障措施\n（一）加强组织领导。" + words + "\n"), FindingCode.WILDCARD_UNIT);
        assertThat(found).isEqualTo(who == null ? List.of() : List.of(who));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            县人力资源和社会保障局 | 县人社局
            县住房和城乡建设局 | 县住建局
            县发展和改革局 | 县发改局
            县文化广电旅游局 | 县文旅局
            县残疾人联合会 | 县残联
            市消防救援支队 | 市消防支队
            市自然资源和规划局 | 市自然资源规划局
            """)
    void oneUnitUnderTwoNames(String whole, String brief) {
        var reading = READER.read("二、重点任务\n（一）修路。（%s）\n（二）架桥。（牵头单位：%s；配合单位：县财政局）\n".formatted(whole + "、县水利局", brief));
        assertThat(texts(reading, FindingCode.ALIAS)).containsExactly(brief);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            争取在2026年国庆节前建成投运 | 争取在2026年国庆节前建成投运
            依申请事项原则上进驻政务服务中心 | 依申请事项原则上进驻政务服务中心
            积极争取中央预算内投资支持 |
            """)
    void targetsThatAreSaidSoftly(String words, String soft) {
        var reading = READER.read("二、重点任务\n（一）建设中心。完善设施，" + words + "。（市民政局）\n");
        assertThat(texts(reading, FindingCode.SOFT_TARGET)).isEqualTo(soft == null ? List.of() : List.of(soft));
    }

    @Test
    void differentUnitsAreNoTwoNames() {
        var reading = READER.read("二、重点任务\n（一）修路。（县教育局、县公安局、县水利局、县委办、县委编办、县政府办、县政府督查办、河湾中学、河湾中心小学、县农业农村局、县林业局）\n");
        assertThat(texts(reading, FindingCode.ALIAS)).isEmpty();
    }

    @Test
    void whoPresidesIsNoUnitOutsideTheRoster() {
        var reading = READER.read("""
                云江市养老服务联席会议制度
                一、组成
                联席会议由市政府分管副市长担任召集人，市政府办公室分管副主任和市民政局主要负责同志担任副召集人。成员单位包括市民政局、市财政局、市教育局、市公安局。
                """);
        assertThat(texts(reading, FindingCode.UNKNOWN_UNIT)).isEmpty();
    }

    @Test
    void numbersSetApartByBlanksAndUnitsBeforeAGapAreNotBroken() {
        var reading = READER.read("""
                三、职责分工
                市人民医院　负责慢性病诊疗质量控制，承担疑难病例会诊任务。
                市中医医院　负责制定慢性病中医药防治技术方案，推广适宜技术。
                四、工作要求
                各单位于每月 25 日前填报工作月报表；发现问题的，第一时间报告。
                """);
        assertThat(texts(reading, FindingCode.BROKEN_LINE)).isEmpty();
    }

    @Test
    void aNumberCutInTwoIsBroken() {
        var reading = READER.read("二、重点任务\n（一）完成清洁取暖改造任务。今年改造１ ２００户，具备供暖条件。（市民政局）\n");
        assertThat(texts(reading, FindingCode.BROKEN_LINE)).containsExactly("今年改造１２００户");
    }

    private static List<String> texts(Reading reading, FindingCode code) {
        return reading.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(Reading.Finding::text)
                .toList();
    }
}
