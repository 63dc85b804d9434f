package org.duban.task.plan.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.duban.task.directory.KnownUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyUnitsTest {
    private static final UUID COUNTY = UUID.randomUUID();

    private static KnownUnit unit(String name, String shortName, boolean ofCounty) {
        return new KnownUnit(
                UUID.randomUUID(),
                name,
                shortName,
                List.of(),
                ofCounty ? "COUNTY" : "CITY",
                ofCounty ? COUNTY : null,
                ofCounty ? "安岳县" : null,
                false,
                1);
    }

    private final List<KnownUnit> units = List.of(
            unit("安岳县医疗保障局", "县医疗保障局", true),
            unit("安岳县卫生健康局", "县卫生健康局", true),
            unit("安岳县发展和改革局", "县发展和改革局", true),
            unit("安岳县人力资源和社会保障局", "县人力资源和社会保障局", true),
            unit("安岳县经济信息化和科技局", "县经济信息化和科技局", true),
            unit("安岳县住房和城乡建设局", "县住房和城乡建设局", true),
            unit("安岳县市场监督管理局", "县市场监督管理局", true),
            unit("安岳县文化广播电视和旅游局", "县文化广播电视和旅游局", true),
            unit("中共安岳县委宣传部", "县委宣传部", true),
            unit("安岳县乡村振兴局", "县乡村振兴局", true),
            unit("资阳市医疗保障局", "市医疗保障局", false),
            unit("资阳市卫生健康委员会", "市卫生健康委", false));

    private List<LikelyUnit> likely(String name) {
        return new LikelyUnits(units, "安岳县").of(name, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "县医保局, 县医疗保障局, 简称",
        "安岳县医保局, 县医疗保障局, 简称",
        "医保局, 县医疗保障局, 没有写明级别",
        "市医保局, 市医疗保障局, 简称",
        "县卫健局, 县卫生健康局, 简称",
        "县卫健委, 县卫生健康局, 机构名称不同",
        "市卫健委, 市卫生健康委, 简称",
        "县发改局, 县发展和改革局, 简称",
        "县发改委, 县发展和改革局, 机构名称不同",
        "县人社局, 县人力资源和社会保障局, 简称",
        "县人力资源社会保障局, 县人力资源和社会保障局, 简称",
        "县住建局, 县住房和城乡建设局, 简称",
        "县市场监管局, 县市场监督管理局, 简称",
        "市场监管局, 县市场监督管理局, 没有写明级别",
        "县扶贫办, 县乡村振兴局, 机构名称不同",
        "安岳县委宣传部, 县委宣传部, 同一单位",
        "区医保局, 县医疗保障局, 简称"
    })
    void theUnitIsSuggestedWithTheReason(String name, String shortName, String reason) {
        LikelyUnit first = likely(name).getFirst();
        assertThat(first.unit().shortName()).isEqualTo(shortName);
        assertThat(first.reason()).contains(reason);
    }

    @Test
    void anotherLevelComesLastAndSaysSo() {
        List<LikelyUnit> both = likely("县医保局");
        assertThat(both).hasSize(2);
        assertThat(both.getLast().unit().shortName()).isEqualTo("市医疗保障局");
        assertThat(both.getLast().reason()).contains("级别不同");
    }

    @Test
    void aNameThatMeansNobodyHereIsSuggestedNobody() {
        assertThat(likely("县气象局")).isEmpty();
        assertThat(likely("局")).isEmpty();
        assertThat(likely("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "市场监管局, , 市场监督管理",
        "乡村振兴局, , 乡村振兴",
        "城市管理局, , 城市管理",
        "社区矫正局, , 社区矫正",
        "内江市财政局, 市, 财政",
        "通辽市奈曼旗财政局, 县, 财政",
        "静安区卫健委, 县, 卫生健康",
        "区委编办, 县, 委编"
    })
    void aNameSaysItsLevelAndItsMatter(String name, String level, String matter) {
        UnitSense sense = UnitSense.of(name, null);
        assertThat(sense.level()).isEqualTo(level);
        assertThat(sense.matter()).isEqualTo(matter);
    }

    @Test
    void inACountyLevelCityTheCityIsTheCounty() {
        assertThat(UnitSense.of("市财政局", "江油市").level()).isEqualTo("县");
        assertThat(UnitSense.of("市财政局", "安岳县").level()).isEqualTo("市");
    }
}
