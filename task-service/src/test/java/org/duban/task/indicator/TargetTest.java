package org.duban.task.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.duban.kit.web.BadRequest;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target means, and how plans and people write it (behaviours.md B5). */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        ">=, 85, , %, 85, 0",
        ">=, 85, , %, 84.99, -0.01",
        ">=, 85, , %, 90, 0",
        "<=, 5, , %, 5, 0",
        "<=, 5, , %, 5.6, 0.6",
        "=, 20, , 个, 21, 0",
        "=, 20, , 个, 19, -1",
        "between, 0.6, 0.8, '', 0.55, -0.05",
        "between, 0.6, 0.8, '', 0.6, 0",
        "between, 0.6, 0.8, '', 0.8, 0",
        "between, 0.6, 0.8, '', 0.9, 0.1",
    })
    void gapIsWhatIsMissingOrTooMuch(
            String operator,
            BigDecimal value,
            @Nullable BigDecimal upper,
            String measure,
            BigDecimal measured,
            BigDecimal gap) {
        Target target = new Target(Target.operator(operator), value, upper, false, measure);
        assertThat(target.gap(measured)).isEqualByComparingTo(gap);
        assertThat(target.reachedBy(measured)).isEqualTo(gap.signum() == 0);
    }

    @Test
    void isSaidAsOfficialsDo() {
        assertThat(new Target(Operator.AT_LEAST, new BigDecimal("85.00"), null, true, "%").words())
                .isEqualTo("力争不低于85%");
        assertThat(new Target(Operator.BETWEEN, new BigDecimal("0.6"), new BigDecimal("0.80"), false, "").words())
                .isEqualTo("0.6至0.8");
        assertThat(new Target(Operator.EXACTLY, new BigDecimal("1E+2"), null, false, "张").words())
                .isEqualTo("100张");
    }

    @Test
    void rangeHasTwoEndsAndNothingElseHas() {
        assertThatThrownBy(() -> new Target(Operator.BETWEEN, BigDecimal.ONE, null, false, "%"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Target(Operator.AT_MOST, BigDecimal.ONE, BigDecimal.TEN, false, "%"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "县域内就诊率达到90%以上, %, 县域内就诊率",
        "到2025年，县域内就诊率不低于90%, %, 县域内就诊率",
        "80%以上的医院达到标准, %, 医院达到标准",
        "力争家庭医生签约率达到75%, %, 家庭医生签约率",
        "建成健康村80个, 个, 建成健康村",
        "'新增护理床位不少于1,200张', 张, 新增护理床位",
        "医护比控制在0.6至0.8, '', 医护比",
        "二级以上医院互认项目120项以上, 项, 二级以上医院互认项目",
        "及时率达95%, %, 及时率",
        "6岁以下儿童健康管理率达到90%以上, %, 6岁以下儿童健康管理率",
        "90%, %, 90%",
    })
    void nameIsWhatTheWordsMeasure(String text, String measure, String name) {
        assertThat(Wording.name(text, measure)).isEqualTo(name);
    }

    @Test
    void yearIsTheOneTheWordsName() {
        assertThat(Wording.year("到2025年，就诊率达到90%")).isEqualTo(2025);
        assertThat(Wording.year("2024年达到80%，2025年达到90%")).isNull();
        assertThat(Wording.year("年底前达到90%")).isNull();
        assertThat(Wording.isSoft("力争达到90%")).isTrue();
        assertThat(Wording.isSoft("达到90%")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "85, %, 85",
        "85%, %, 85",
        "８５．５％, %, 85.5",
        "约86.5%, %, 86.5",
        "'1,200名', 名, 1200",
        "1.2万人次, 人次, 12000",
        "1.2万人次, 万人次, 1.2",
        "12000人次, 万人次, 1.2",
        "1.2, 万人次, 1.2",
        "-3.5, %, -3.5",
        "八成左右, %, ",
        "3至5家, 家, ",
        "已完成, 项, ",
        "'', %, ",
    })
    void reportedWordsAreANumberOrNone(String written, String measure, @Nullable BigDecimal value) {
        assertThat(Amounts.read(written, measure).map(BigDecimal::doubleValue))
                .isEqualTo(Optional.ofNullable(value).map(BigDecimal::doubleValue));
    }

    @Test
    void longFractionIsCutAndNeverRoundedIntoTheTarget() {
        assertThat(Amounts.words(new BigDecimal("89.9999"))).isEqualTo("89.99");
        assertThat(Amounts.words(new BigDecimal("90.0000"))).isEqualTo("90");
        assertThat(Amounts.tooLong(new BigDecimal("1e15"))).isTrue();
        assertThat(Amounts.tooLong(new BigDecimal("0.1234567"))).isTrue();
        assertThat(Amounts.tooLong(new BigDecimal("999999999999999.123456"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-11, 2026-11-01, 2026年11月",
        "QUARTER, 2026-Q4, 2026-10-01, 2026年第4季度",
        "YEAR, 2026, 2026-01-01, 2026年",
    })
    void periodIsWrittenAndSaidInTheIndicatorsCycle(Cycle cycle, String text, java.time.LocalDate start, String words) {
        assertThat(cycle.parse(text)).isEqualTo(start);
        assertThat(cycle.text(start)).isEqualTo(text);
        assertThat(cycle.words(start)).isEqualTo(words);
        assertThat(cycle.start(cycle.index(start))).isEqualTo(start);
        assertThat(cycle.of(cycle.end(cycle.index(start)))).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2026-13", "MONTH, 2026-Q4", "QUARTER, 2026-11", "QUARTER, 2026-Q5", "YEAR, 26", "YEAR, 1999"})
    void whatIsNoPeriodOfTheCycleIsRefused(Cycle cycle, String text) {
        assertThatThrownBy(() -> cycle.parse(text)).isInstanceOf(BadRequest.class);
    }
}
