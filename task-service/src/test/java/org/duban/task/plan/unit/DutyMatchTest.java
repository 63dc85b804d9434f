package org.duban.task.plan.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.duban.task.plan.SharedPlans;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.DutyMatch.Duty;
import org.duban.task.plan.unit.DutyMatch.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyMatchTest {
    private static final List<Duty> DUTIES = List.of(
            duty("县财政局", "负责经费保障，将所需经费列入年度预算；监督资金使用。"),
            duty("县教育局", "推进中医药文化进校园；负责学校卫生工作。"),
            duty("县医疗保障局", "落实基本医疗保险待遇；完善支付方式。"),
            duty("县卫生健康局", "负责组织实施；负责医疗机构管理；推进学校传染病防控。"));

    private static Duty duty(String unit, String text) {
        return new Duty(unit, text, "临江县分工方案");
    }

    @ParameterizedTest
    @CsvSource({
        "把专项经费列入年度预算, 县财政局, 负责经费保障，将所需经费列入年度预算",
        "组织中医药文化进校园活动, 县教育局, 推进中医药文化进校园",
        "扩大医保支付范围，完善支付方式, 县医疗保障局, 完善支付方式"
    })
    void theUnitWhoseDutyItIsComesFirstWithTheSentence(String task, String unit, String sentence) {
        Fit first = new DutyMatch(DUTIES).of(task, 3).getFirst();
        assertThat(first.unit()).isEqualTo(unit);
        assertThat(first.sentence()).isEqualTo(sentence);
        assertThat(first.score()).isBetween(0.1, 1.0);
    }

    @Test
    void whatIsNobodysDutyIsSuggestedToNobody() {
        assertThat(new DutyMatch(DUTIES).of("修缮老旧桥梁", 3)).isEmpty();
        assertThat(new DutyMatch(DUTIES).of("", 3)).isEmpty();
        assertThat(new DutyMatch(List.of()).of("列入年度预算", 3)).isEmpty();
    }

    @Test
    void wordsThatStandInEveryUnitsDutiesSayNothing() {
        List<Duty> alike = List.of(duty("甲局", "负责中医药工作。"), duty("乙局", "负责中医药工作。"), duty("丙局", "负责中医药工作和桥梁养护。"));
        assertThat(new DutyMatch(alike).of("推进中医药工作和桥梁养护", 3))
                .extracting(Fit::unit)
                .first()
                .isEqualTo("丙局");
    }

    @Test
    void theJinganPlanWhoseTasksNameNobodyIsGivenToThoseInCharge() throws IOException {
        Reading reading =
                new PlanReader().read(Files.readString(SharedPlans.file("jingan-demonstration-district.txt")));
        DutyMatch match = new DutyMatch(reading.duties().stream()
                .map(duty -> new Duty(duty.unit(), duty.text(), reading.title()))
                .toList());
        List<List<String>> suggested = reading.tasks().stream()
                .map(task -> match.of(task.text(), 6).stream().map(Fit::unit).toList())
                .toList();
        assertThat(suggested).hasSize(6);
        assertThat(suggested.get(0)).contains("区政府办公室", "区委办公室", "区发展改革委");
        assertThat(suggested.get(1)).contains("区财政局", "区人力资源社会保障局", "区医保局");
        assertThat(suggested.get(2).getFirst()).startsWith("区卫生健康委");
        assertThat(suggested.get(3).getFirst()).isEqualTo("区人力资源社会保障局");
        assertThat(suggested.get(4).getFirst()).isEqualTo("区市场监管局");
        assertThat(suggested.get(5)).contains("区文化旅游局", "区教育局", "区委宣传部");
    }
}
