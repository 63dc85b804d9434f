package org.duban.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.task.sheet.SheetField.COOPERATORS;
import static org.duban.task.sheet.SheetField.DUE_ON;
import static org.duban.task.sheet.SheetField.GROUP;
import static org.duban.task.sheet.SheetField.INDICATORS;
import static org.duban.task.sheet.SheetField.LEADS;
import static org.duban.task.sheet.SheetField.ORDINAL;
import static org.duban.task.sheet.SheetField.PROGRESS;
import static org.duban.task.sheet.SheetField.REMARK;
import static org.duban.task.sheet.SheetField.TEXT;
import static org.duban.task.sheet.SheetField.TITLE;

import java.util.List;
import java.util.Map;
import org.duban.task.sheet.xlsx.Book;
import org.duban.task.sheet.xlsx.Grid;
import org.duban.task.sheet.xlsx.XlsxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private static Grid grid(Book book) {
        return XlsxReader.read(book.bytes()).getFirst();
    }

    private static List<Integer> numbers(List<LedgerRows.Row> rows) {
        return rows.stream().map(LedgerRows.Row::number).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "序号, ORDINAL",
        "序　号, ORDINAL",
        "任务编号, NUMBER",
        "重点任务, TITLE",
        "督办事项, TITLE",
        "工作内容, TEXT",
        "具体措施, TEXT",
        "牵头单位, LEADS",
        "责任单位（盖章）, LEADS",
        "牵头部门：, LEADS",
        "协办单位, COOPERATORS",
        "完成时限（年月日）, DUE_ON",
        "办结时限, DUE_ON",
        "工作目标, INDICATORS",
        "是否常态化, STANDING",
        "进度(%), PROGRESS",
        "完成状态, STATE",
        "来源文件, PLAN",
        "备 注, REMARK",
        "任务类别, GROUP",
        "牵头单位及责任人, LEADS",
    })
    void aHeadingNamesItsField(String heading, SheetField field) {
        assertThat(SheetField.named(heading))
                .hasValueSatisfying(named -> assertThat(named.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({"联系人", "联系电话", "进展情况", "存在问题", "下一步打算", "最近报送", "序时进度", "任务类型", "亮灯", "退回原因", "原定时限"})
    void aHeadingThatIsNoneOfOursNamesNothing(String heading) {
        assertThat(SheetField.named(heading)).isEmpty();
    }

    @Test
    void headingsAreFoundBelowATitleAndAUnitLine() {
        Grid grid = grid(Book.of("台账")
                .row("2026年重点工作台账")
                .row("填报单位：市卫生健康委")
                .row("序号", "重点任务", "牵头单位", "完成时限")
                .row(1, "健全制度", "市卫生健康委", "6月底"));
        Layout layout = Layout.of(grid, 0);
        assertThat(layout.headerFirst()).isEqualTo(3);
        assertThat(layout.columns()).isEqualTo(Map.of(0, ORDINAL, 1, TITLE, 2, LEADS, 3, DUE_ON));
        assertThat(PlanTitle.of("a.xlsx", grid, layout)).isEqualTo("2026年重点工作台账");
    }

    @Test
    void twoRowsOfHeadingsAreReadTogether() {
        Grid grid = grid(Book.of("台账")
                .row("序号", "重点任务", "责任单位", null, "完成时限")
                .row(null, null, "牵头单位", "配合单位", null)
                .row(1, "健全制度", "市卫生健康委", "市财政局", "6月底")
                .merged("A1:A2", "B1:B2", "C1:D1", "E1:E2"));
        Layout layout = Layout.of(grid, 0);
        assertThat(List.of(layout.headerFirst(), layout.headerLast())).containsExactly(1, 2);
        assertThat(layout.columns()).isEqualTo(Map.of(0, ORDINAL, 1, TITLE, 2, LEADS, 3, COOPERATORS, 4, DUE_ON));
        assertThat(Layout.heading(grid.looking(), layout, 3)).isEqualTo("责任单位 / 配合单位");
    }

    @Test
    void responsibleUnitsBesideLeadUnitsAreThoseWhoHelp() {
        Grid grid = grid(Book.of("台账").row("任务", "牵头单位", "责任单位", "备注").row("健全制度", "市卫生健康委", "市财政局", null));
        assertThat(Layout.of(grid, 0).columns()).isEqualTo(Map.of(0, TITLE, 1, LEADS, 2, COOPERATORS, 3, REMARK));
    }

    @Test
    void aTaskMergedOverItsMeasuresIsWhatTheyBelongTo() {
        Grid grid = grid(Book.of("台账")
                .row("重点任务", "工作内容", "责任单位", "工作目标", "完成进度")
                .row("健全体系", "建立制度", "市卫生健康委", null, 0.2)
                .row(null, "召开会议", "市财政局", null, 0.4)
                .row("培养人才", "开展培训", "市教育局", "培训不少于100人", 0.1)
                .row(null, "引进人才", "市人社局", null, 0.1)
                .merged("A2:A3", "A4:A5"));
        Layout layout = Layout.of(grid, 0);
        assertThat(layout.columns()).isEqualTo(Map.of(0, GROUP, 1, TEXT, 2, LEADS, 3, INDICATORS, 4, PROGRESS));
        LedgerRows rows = new LedgerRows(grid, layout);
        assertThat(rows.rows()).extracting(LedgerRows.Row::group).containsExactly("健全体系", "健全体系", "培养人才", "培养人才");
        assertThat(new RowCells(rows.rows().get(1)).title()).isEqualTo("召开会议");
        assertThat(new RowCells(rows.rows().get(1)).body()).isEqualTo("类别：健全体系\n召开会议");
    }

    @Test
    void groupsBlanksRepeatedHeadingsTotalsAndNotesAreNoTasks() {
        Grid grid = grid(Book.of("台账")
                .row("序号", "任务", "牵头单位", "备注")
                .row("一、加强组织领导", null, null, null)
                .row(1, "健全制度", "市卫生健康委", null)
                .row(null, null, null, null)
                .row("序号", "任务", "牵头单位", "备注")
                .row("（二）培养人才", null, null, null)
                .row(2, "开展培训", "市教育局", "备注内容")
                .row(null, "没有牵头的任务", null, null)
                .row(4, "引进人才", "市人社局", null)
                .row("合计", 3, null, null)
                .row("注：牵头单位请于每月25日前报送。", null, null, null)
                .row("填报人：", "王", null, null)
                .merged("A2:D2", "A6:D6"));
        LedgerRows rows = new LedgerRows(grid, Layout.of(grid, 0));
        assertThat(numbers(rows.rows())).containsExactly(3, 7, 8, 9);
        assertThat(rows.rows())
                .extracting(LedgerRows.Row::group)
                .containsExactly("一、加强组织领导", "（二）培养人才", "（二）培养人才", "（二）培养人才");
        assertThat(rows.skipped())
                .extracting(LedgerRows.Skipped::why)
                .containsExactly("分组标题", "重复的表头", "分组标题", "合计行", "表尾说明", "表尾说明");
    }

    @Test
    void theSheetWithTheFullestHeadingsIsProposed() {
        List<Grid> grids = XlsxReader.read(Book.of("说明")
                .row("填表说明")
                .row("任务", "备注")
                .sheet("台账")
                .row("序号", "任务", "牵头单位", "完成时限")
                .bytes());
        assertThat(Layout.propose(grids).sheet()).isEqualTo(1);
    }

    @Test
    void withoutHeadingsNothingIsGuessed() {
        Grid grid = grid(Book.of("表").row("甲", "乙").row("丙", "丁"));
        Layout layout = Layout.of(grid, 0);
        assertThat(layout.found()).isFalse();
        assertThat(new LedgerRows(grid, layout).rows()).isEmpty();
    }
}
