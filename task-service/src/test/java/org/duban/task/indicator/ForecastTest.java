package org.duban.task.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.duban.task.indicator.Measured.EnteredBy;
import org.duban.task.plan.reading.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values of units become one course, and what is to be expected of it (behaviours.md X5). */
class ForecastTest {
    private static final UUID INDICATOR = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);

    private static Measured measured(UUID unit, String month, double value, @Nullable Integer weight) {
        return new Measured(
                INDICATOR,
                unit,
                null,
                LocalDate.parse(month + "-01"),
                BigDecimal.valueOf(value),
                weight == null ? null : BigDecimal.valueOf(weight),
                EnteredBy.ENTRY,
                null,
                null,
                OffsetDateTime.parse(month + "-28T09:00:00+08:00"),
                "测试",
                null,
                1);
    }

    private static Series series(Measured... values) {
        return Series.of(Cycle.MONTH, RollUp.SUM, Origin.REPORTED, List.of(values));
    }

    /** Months one after the other, the last one in October 2026. */
    private static Series course(double... values) {
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            LocalDate month = LocalDate.of(2026, 10, 1).minusMonths(values.length - 1L - i);
            measured.add(measured(ONE, month.toString().substring(0, 7), values[i], null));
        }
        return series(measured.toArray(Measured[]::new));
    }

    private static Target atLeast(double value) {
        return new Target(Operator.AT_LEAST, BigDecimal.valueOf(value), null, false, "%");
    }

    private static Target atMost(double value) {
        return new Target(Operator.AT_MOST, BigDecimal.valueOf(value), null, false, "%");
    }

    private static Judgement judged(Target target, @Nullable LocalDate dueOn, Series series) {
        return Judgement.of(new Goal(target, dueOn), series, TODAY);
    }

    @Test
    void sumCountsWhoIsLateWithWhatTheyHadReached() {
        Series sum = series(
                measured(ONE, "2026-09", 10, null),
                measured(OTHER, "2026-09", 5, null),
                measured(ONE, "2026-10", 12, null));
        assertThat(sum.points())
                .extracting(Series.Point::value)
                .containsExactly(new BigDecimal("15.0"), new BigDecimal("17.0"));
        assertThat(sum.points().getLast().measured()).isOne();
        assertThat(sum.points().getLast().carried()).isOne();
    }

    @Test
    void meanIsWeightedWithWhatWasCounted() {
        Series mean = Series.of(
                Cycle.MONTH,
                RollUp.WEIGHTED_MEAN,
                Origin.REPORTED,
                List.of(measured(ONE, "2026-10", 90, 30), measured(OTHER, "2026-10", 60, 10)));
        assertThat(mean.points().getLast().value()).isEqualByComparingTo("82.5");
        Series even = Series.of(
                Cycle.MONTH,
                RollUp.WEIGHTED_MEAN,
                Origin.REPORTED,
                List.of(measured(ONE, "2026-10", 90, null), measured(OTHER, "2026-10", 60, null)));
        assertThat(even.points().getLast().value()).isEqualByComparingTo("75");
    }

    @Test
    void latestStandsForAll() {
        Series latest = Series.of(
                Cycle.MONTH,
                RollUp.LATEST,
                Origin.REPORTED,
                List.of(measured(ONE, "2026-09", 90, null), measured(OTHER, "2026-10", 60, null)));
        assertThat(latest.points().getLast().value()).isEqualByComparingTo("60");
    }

    @Test
    void whatTheyThoughtInOneMonthSaysNothingOfTheNext() {
        Series satisfied = Series.of(
                Cycle.MONTH,
                RollUp.WEIGHTED_MEAN,
                Origin.SATISFACTION,
                List.of(measured(ONE, "2026-09", 100, 3), measured(OTHER, "2026-10", 50, 2)));
        assertThat(satisfied.points().getLast().value()).isEqualByComparingTo("50");
        assertThat(satisfied.points().getLast().carried()).isZero();
    }

    @Test
    void monthsOfAnIndicatorThatBecameQuarterlyStandForTheirQuarter() {
        Series quarters = Series.of(
                Cycle.QUARTER,
                RollUp.SUM,
                Origin.REPORTED,
                List.of(
                        measured(ONE, "2026-07", 10, null),
                        measured(ONE, "2026-09", 14, null),
                        measured(ONE, "2026-10", 15, null)));
        assertThat(quarters.points())
                .extracting(point -> Cycle.QUARTER.text(Cycle.QUARTER.start(point.index())) + " " + point.value())
                .containsExactly("2026-Q3 14.0", "2026-Q4 15.0");
    }

    @ParameterizedTest
    @CsvSource({
        // 80, 81, 82 in October: 85 in January
        "85, 2027-01, false",
        "83, 2026-11, true",
        "84, 2026-12, true",
    })
    void steadyCourseReachesItsTargetWhenItsLineDoes(double target, String period, boolean inTime) {
        Forecast forecast = Forecast.of(atLeast(target), YEAR_END, course(80, 81, 82));
        assertThat(forecast.kind()).isEqualTo(Forecast.Kind.EXPECTED);
        assertThat(forecast.period()).isEqualTo(period);
        assertThat(forecast.inTime()).isEqualTo(inTime);
    }

    @Test
    void isSaidInWords() {
        assertThat(Forecast.of(atLeast(87), null, course(80, 81, 82)).words()).isEqualTo("按目前进度，预计2027年3月达到目标");
        assertThat(Forecast.of(atLeast(87), YEAR_END, course(80, 81, 82)).words())
                .isEqualTo("按目前进度，预计2027年3月达到目标，晚于时限");
        assertThat(Forecast.of(atLeast(90), YEAR_END, course(82, 81, 80)).words())
                .isEqualTo("近3期平均每月下降1个百分点，按目前进度无法达到目标");
        assertThat(Forecast.of(atLeast(90), YEAR_END, course(80, 80, 80)).words())
                .isEqualTo("近3期没有变化，按目前进度无法达到目标");
        assertThat(Forecast.of(atLeast(90), YEAR_END, course(80, 81)).words()).isEqualTo("数据不足：只有2期，满3期后可预测");
        assertThat(Forecast.of(atLeast(90), YEAR_END, course()).words()).isEqualTo("尚无数据，无法预测");
        assertThat(Forecast.of(atLeast(99), null, course(80, 80.01, 80.02)).words())
                .isEqualTo("近3期平均每月上升0.01个百分点，按目前进度10年内无法达到目标");
    }

    @Test
    void oneWrongNumberDoesNotTurnTheLine() {
        Forecast right = Forecast.of(atLeast(90), null, course(80, 81, 82, 83, 84, 85));
        Forecast withSlip = Forecast.of(atLeast(90), null, course(80, 81, 8.2, 83, 84, 85));
        assertThat(right.period()).isEqualTo("2027-03");
        assertThat(withSlip.period()).isEqualTo("2027-03");
    }

    @Test
    void whatIsToStayBelowIsWatchedWhileItRises() {
        assertThat(Forecast.of(atMost(5), null, course(4, 4.3, 4.6)).kind()).isEqualTo(Forecast.Kind.SLIPPING);
        assertThat(Forecast.of(atMost(5), null, course(4, 4.3, 4.6)).period()).isEqualTo("2026-12");
        assertThat(Forecast.of(atMost(5), null, course(4.6, 4.3, 4)).kind()).isEqualTo(Forecast.Kind.REACHED);
        assertThat(Forecast.of(atMost(5), null, course(7, 6.5, 6)).period()).isEqualTo("2026-12");
        assertThat(Forecast.of(atMost(5), null, course(6, 6.5, 7)).kind()).isEqualTo(Forecast.Kind.NEVER);
        // Lost long after its last day, it is nobody's concern now.
        assertThat(Forecast.of(atMost(9), YEAR_END, course(4, 4.3, 4.6)).kind()).isEqualTo(Forecast.Kind.REACHED);
    }

    @Test
    void rangeIsReachedFromBothSides() {
        Target range = new Target(Operator.BETWEEN, new BigDecimal("0.6"), new BigDecimal("0.8"), false, "");
        assertThat(Forecast.of(range, null, course(0.4, 0.45, 0.5)).period()).isEqualTo("2026-12");
        assertThat(Forecast.of(range, null, course(1.1, 1.0, 0.9)).period()).isEqualTo("2026-11");
        assertThat(Forecast.of(range, null, course(0.7, 0.7, 0.7)).kind()).isEqualTo(Forecast.Kind.REACHED);
        assertThat(Forecast.of(range, null, course(0.7, 0.74, 0.78)).kind()).isEqualTo(Forecast.Kind.SLIPPING);
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_DATA",
        "'91', REACHED",
        "'80,81', SHORT",
        "'86,87,88', ON_TRACK",
        "'80,81,82', LAGGING",
        "'82,81,80', LAGGING",
    })
    void standingFollowsFromTargetCourseAndDay(String course, Standing standing) {
        double[] values = course.isEmpty()
                ? new double[0]
                : Arrays.stream(course.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        assertThat(judged(atLeast(90), YEAR_END, course(values)).standing()).isEqualTo(standing);
    }

    @Test
    void lastDayThatHasPassedIsSaidAndASoftTargetSaysSo() {
        LocalDate passed = LocalDate.of(2026, 10, 31);
        Judgement missed = judged(atLeast(90), passed, course(86, 87, 87.5));
        assertThat(missed.standing()).isEqualTo(Standing.MISSED);
        assertThat(missed.words()).isEqualTo("87.5%，距目标还差2.5个百分点，时限已过，未达标");
        Target soft = new Target(Operator.AT_LEAST, BigDecimal.valueOf(90), null, true, "%");
        assertThat(judged(soft, passed, course(86, 87, 87.5)).words()).endsWith("力争目标未达到");
        assertThat(judged(atMost(5), null, course(5.6)).words()).isEqualTo("5.6%，超出目标0.6个百分点");
        assertThat(judged(atLeast(90), null, course(90.5)).words()).isEqualTo("90.5%，已达到目标");
    }

    /** Whatever the course, the month foretold is the first on the line that reaches the target, and never in the past. */
    @Test
    void monthForetoldIsTheFirstOnTheLine() {
        Random random = new Random(5);
        int expected = 0;
        for (int n = 0; n < 2000; n++) {
            double[] values = random.doubles(3 + random.nextInt(12), 0, 100).toArray();
            Series series = course(values);
            Target target = random.nextBoolean() ? atLeast(random.nextInt(101)) : atMost(random.nextInt(101));
            Forecast forecast = Forecast.of(target, null, series);
            if (forecast.kind() == Forecast.Kind.EXPECTED) {
                expected++;
                Trend trend = Trend.of(series.latest(Trend.MOST));
                int last = java.util.Objects.requireNonNull(series.last()).index();
                int at = Cycle.MONTH.index(Cycle.MONTH.parse(java.util.Objects.requireNonNull(forecast.period())));
                assertThat(at).isGreaterThan(last);
                assertThat(beyond(target, trend.at(at))).isTrue();
                if (at > last + 1) {
                    assertThat(beyond(target, trend.at(at - 1))).isFalse();
                }
            }
        }
        assertThat(expected).isGreaterThan(200);
    }

    private static boolean beyond(Target target, double value) {
        double edge = target.value().doubleValue();
        return target.operator() == Operator.AT_LEAST ? value >= edge - 1e-6 : value <= edge + 1e-6;
    }
}
