package org.duban.meeting.directory.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads an .xlsx row by row, so that what it costs does not depend on what the file pretends to be. */
@Component
class SheetReader {

    private final SheetLimits limits;

    SheetReader(SheetLimits limits) {
        this.limits = limits;
        ZipSecureFile.setMaxEntrySize(limits.inflated().toBytes());
    }

    List<Grid> read(byte[] file) {
        if (file.length == 0) {
            throw SheetRefused.empty();
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw SheetRefused.notASheet();
        }
        try (OPCPackage container = OPCPackage.open(new ByteArrayInputStream(file))) {
            return read(container);
        } catch (SheetRefused refused) {
            throw refused;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException broken) {
            throw isBomb(broken) ? SheetRefused.inflatesTooFar() : SheetRefused.notASheet();
        }
    }

    private List<Grid> read(OPCPackage container)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var strings = new ReadOnlySharedStringsTable(container);
        var reader = new XSSFReader(container);
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        var grids = new ArrayList<Grid>();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                var rows = new Rows(limits.rows());
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(reader.getStylesTable(), null, strings, rows, new IsoDates(), false));
                xml.parse(new InputSource(sheet));
                grids.add(rows.grid(sheets.getSheetName().strip()));
            }
        }
        return grids;
    }

    private static boolean isBomb(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && message.contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }

    private static final class Rows implements SheetContentsHandler {

        private final int most;
        private final Map<Integer, String> headings = new TreeMap<>();
        private final List<Grid.Row> rows = new ArrayList<>();
        private Map<String, String> cells = new HashMap<>();
        private int current;

        Rows(int most) {
            this.most = most;
        }

        @Override
        public void startRow(int row) {
            current = row;
            cells = new HashMap<>();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            if (reference == null || value == null || value.isBlank()) {
                return;
            }
            int column = new CellReference(reference).getCol();
            if (current == 0) {
                headings.put(column, value.strip());
                return;
            }
            String heading = headings.get(column);
            if (heading != null) {
                cells.put(heading, value);
            }
        }

        @Override
        public void endRow(int row) {
            if (current == 0 || cells.isEmpty()) {
                return;
            }
            if (rows.size() == most) {
                throw SheetRefused.tooManyRows(most);
            }
            rows.add(new Grid.Row(current + 1, cells));
        }

        Grid grid(String name) {
            return new Grid(name, List.copyOf(headings.values()), rows);
        }
    }

    /** A date cell shows however its author liked; here it is always 2026-11-25. */
    private static final class IsoDates extends DataFormatter {

        @Override
        public String formatRawCellContents(double value, int index, String format, boolean use1904) {
            return DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
                    ? DateTimeFormatter.ISO_LOCAL_DATE.format(DateUtil.getLocalDateTime(value, use1904))
                    : super.formatRawCellContents(value, index, format, use1904);
        }
    }
}
