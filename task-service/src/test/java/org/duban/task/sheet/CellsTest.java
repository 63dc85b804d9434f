package org.duban.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duban.task.plan.reading.CellReader;
import org.duban.task.sheet.xlsx.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells of a ledger say. */
class CellsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 13);
    private static final CellReader READER = new CellReader((day, days) -> day.plusDays(days));

    @ParameterizedTest
    @CsvSource({
        "2026-06-30, 2026-06-30",
        "2026/6/30, 2026-06-30",
        "2026.6.30, 2026-06-30",
        "2026．6．30, 2026-06-30",
        "20260630, 2026-06-30",
        "２０２６年６月３０日, 2026-06-30",
        "2026年6月30日前, 2026-06-30",
        "2026年6月底前, 2026-06-30",
        "2026年6月, 2026-06-30",
        "2026.6, 2026-06-30",
        "2026年6月中旬, 2026-06-20",
        "6月底, 2026-06-30",
        "9月20日前, 2026-09-20",
        "2026年底, 2026-12-31",
        "2026年底前, 2026-12-31",
        "年底前, 2026-12-31",
        "三季度, 2026-09-30",
        "2026年第二季度, 2026-06-30",
        "上半年, 2026-06-30",
        "2026年3月至9月, 2026-09-30",
        "2026年3月-2027年2月, 2027-02-28",
        "45473, 2024-06-30",
    })
    void aLastDayIsReadInEveryManner(String words, LocalDate day) {
        assertThat(DueCell.of(new Cell(words, null), TODAY, READER)).contains(new DueCell(day, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期", "长期坚持", "常态化", "常态化推进", "持续推进", "持续开展", "全年", "长期任务"})
    void whatNeverEndsIsAStandingTask(String words) {
        assertThat(DueCell.of(new Cell(words, null), TODAY, READER)).contains(new DueCell(null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"尽快", "2026-02-30", "2026年13月", "2026-13-01", "2026", "6.5", "待定", "2026年2月35日", "1826-01-01"})
    void whatIsNoDayIsNotGuessed(String words) {
        assertThat(DueCell.of(new Cell(words, null), TODAY, READER)).isEmpty();
    }

    @Test
    void aDateCellIsItsDay() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        assertThat(DueCell.of(new Cell("30/11", day), TODAY, READER)).contains(new DueCell(day, false));
    }

    private static List<String> split(String names) {
        return names == null || names.isEmpty() ? List.of() : Arrays.asList(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "市卫生健康委 | 市卫生健康委 |",
                "市卫生健康委、市财政局 | 市卫生健康委 市财政局 |",
                "市卫生健康委，市财政局；市民政局 | 市卫生健康委 市财政局 市民政局 |",
                "市卫生健康委 市财政局 | 市卫生健康委 市财政局 |",
                "市 财 政 局 | 市财政局 |",
                "市卫生健康委牵头，市财政局、市民政局配合 | 市卫生健康委 | 市财政局 市民政局",
                "由市卫生健康委牵头，市财政局配合 | 市卫生健康委 | 市财政局",
                "牵头单位：市卫生健康委；配合单位：市财政局、市民政局 | 市卫生健康委 | 市财政局 市民政局",
                "牵头：市卫生健康委 配合：市财政局 | 市卫生健康委 | 市财政局",
                "责任单位：市卫生健康委、市财政局 | 市卫生健康委 市财政局 |",
                "市卫生健康委（牵头）、市财政局、市民政局 | 市卫生健康委 | 市财政局 市民政局",
                "市卫生健康委、市财政局等 | 市卫生健康委 市财政局 |",
                "市卫生健康委、市卫生健康委 | 市卫生健康委 |",
                "各县（市、区）人民政府 | 各县（市、区）人民政府 |",
            })
    void unitsAreTakenApartByTheirRoles(String words, String leads, String cooperators) {
        UnitCell units = UnitCell.of(words);
        assertThat(units.leads()).isEqualTo(split(leads));
        assertThat(units.cooperators()).isEqualTo(split(cooperators));
    }
}
