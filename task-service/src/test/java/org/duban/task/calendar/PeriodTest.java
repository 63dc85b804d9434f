package org.duban.task.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.duban.kit.web.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11,  2026-11-01, 2026-11-30, 2026年11月",
        "2024-02,  2024-02-01, 2024-02-29, 2024年2月",
        "2026-Q4,  2026-10-01, 2026-12-31, 2026年第四季度",
        "2026-Q1,  2026-01-01, 2026-03-31, 2026年第一季度",
        "2026-W47, 2026-11-16, 2026-11-22, 2026年第47周",
        "2026-W01, 2025-12-29, 2026-01-04, 2026年第1周",
        "2026-W53, 2026-12-28, 2027-01-03, 2026年第53周",
        "2027-W01, 2027-01-04, 2027-01-10, 2027年第1周",
    })
    void aPeriodIsReadAndWrittenAlike(String written, LocalDate first, LocalDate last, String words) {
        var period = Period.parse(written);
        assertThat(period.first()).isEqualTo(first);
        assertThat(period.last()).isEqualTo(last);
        assertThat(period).hasToString(written);
        assertThat(period.words()).isEqualTo(words);
        assertThat(Period.containing(period.cadence(), last)).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13",
                "2026-00",
                "2026-Q0",
                "2026-Q5",
                "2026-W00",
                "2025-W53",
                "2026-W54",
                "1999-12",
                "2101-Q1",
                "2026-1",
                "2026-w47",
                "202611",
                "",
                "2026-11-01",
                "二〇二六-11",
            })
    void whatIsNoPeriodIsRefused(String text) {
        assertThatThrownBy(() -> Period.parse(text)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @EnumSource
    void periodsFollowEachOtherWithoutAGap(Cadence cadence) {
        Stream.iterate(Period.containing(cadence, LocalDate.of(2020, 1, 1)), period -> period.plus(1))
                .limit(300)
                .forEach(period -> {
                    assertThat(period.plus(1).first()).isEqualTo(period.last().plusDays(1));
                    assertThat(period.plus(1).plus(-1)).isEqualTo(period);
                    assertThat(Period.parse(period.toString())).isEqualTo(period);
                });
    }

    @Test
    void aDayInTheMiddleBeginsNothing() {
        assertThatThrownBy(() -> new Period(Cadence.WEEKLY, LocalDate.of(2026, 11, 17)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
