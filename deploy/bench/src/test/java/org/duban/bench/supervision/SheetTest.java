package org.duban.bench.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static byte[] workbook() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "01.0000")) {
            var sheet = workbook.newWorksheet("任务台账");
            sheet.inlineString(0, 0, "任务");
            sheet.inlineString(0, 27, "备注");
            sheet.inlineString(1, 0, "建立制度 & 培训\n人才");
            sheet.value(1, 1, 0.45);
            sheet.style(1, 1).format("0%").set();
        }
        return out.toByteArray();
    }

    @Test
    void wordsAndNumbersAreReadWhereTheyStand() throws Exception {
        var rows = Sheet.of(workbook()).rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()[0]).isEqualTo("任务");
        assertThat(rows.getFirst()[27]).isEqualTo("备注");
        assertThat(rows.get(1)[0]).isEqualTo("建立制度 & 培训\n人才");
        assertThat(rows.get(1)[1]).isEqualTo(0.45);
    }

    @Test
    void whatIsWrittenIsWhatWasRead() throws Exception {
        var sheet = Sheet.of(workbook());
        var out = new ByteArrayOutputStream();
        sheet.write(out);
        assertThat(texts(Sheet.of(out.toByteArray()))).isEqualTo(texts(sheet));
        assertThat(sheet.filled()).isEqualTo(4);
    }

    private static List<List<@Nullable Object>> texts(Sheet sheet) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (@Nullable Object[] row : sheet.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (@Nullable Object cell : row) {
                cells.add(cell);
            }
            rows.add(cells);
        }
        return rows;
    }
}
