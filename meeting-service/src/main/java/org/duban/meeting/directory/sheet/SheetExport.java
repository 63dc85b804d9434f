package org.duban.meeting.directory.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.duban.kit.security.Caller;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The directory as a sheet that loads back without loss; with nothing registered yet it is the template. */
@Service
public class SheetExport {

    private final JdbcClient jdbc;

    SheetExport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String UNITS = """
            select c.name, u.short_name, u.name, u.level, array_to_string(u.aliases, '、')
            from unit u left join county c on c.id = u.county_id
            where u.retired_on is null and (cast(:county as uuid) is null or u.county_id = :county)
            order by coalesce(c.name, ''), u.short_name, u.id
            """;

    private static final String POSTS = """
            select c.name, u.short_name, p.title, p.role, h.name, h.email, h.phone, t.since
            from post p
            join unit u on u.id = p.unit_id
            left join county c on c.id = u.county_id
            left join post_tenure t on t.post_id = p.id and t.until is null
            left join person h on h.id = t.person_id
            where u.retired_on is null and (cast(:county as uuid) is null or u.county_id = :county)
            order by coalesce(c.name, ''), u.short_name, p.title, p.id
            """;

    /** A county's staff get their own county. */
    public byte[] write(Caller caller) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            fill(workbook, Columns.UNITS, Columns.OF_UNITS, rows(UNITS, Columns.OF_UNITS.size(), caller));
            fill(workbook, Columns.POSTS, Columns.OF_POSTS, rows(POSTS, Columns.OF_POSTS.size(), caller));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<@Nullable String[]> rows(String sql, int columns, Caller caller) {
        return jdbc.sql(sql)
                .param("county", caller.county(), java.sql.Types.OTHER)
                .query((row, n) -> {
                    var cells = new @Nullable String[columns];
                    for (int i = 0; i < columns; i++) {
                        cells[i] = row.getString(i + 1);
                    }
                    cells[3] = words(columns, String.valueOf(cells[3]));
                    return cells;
                })
                .list();
    }

    private static String words(int columns, String stored) {
        return columns == Columns.OF_UNITS.size()
                ? Columns.words(Level.valueOf(stored))
                : Columns.words(Role.valueOf(stored));
    }

    private static void fill(XSSFWorkbook workbook, String name, List<String> headings, List<@Nullable String[]> rows) {
        Sheet sheet = workbook.createSheet(name);
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle head = workbook.createCellStyle();
        head.setFont(bold);
        Row first = sheet.createRow(0);
        for (int i = 0; i < headings.size(); i++) {
            Cell cell = first.createCell(i);
            cell.setCellValue(headings.get(i));
            cell.setCellStyle(head);
            sheet.setColumnWidth(i, 22 * 256);
        }
        sheet.createFreezePane(0, 1);
        for (@Nullable String[] values : rows) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != null) {
                    row.createCell(i).setCellValue(values[i]);
                }
            }
        }
    }
}
