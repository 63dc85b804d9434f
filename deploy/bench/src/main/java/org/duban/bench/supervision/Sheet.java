package org.duban.bench.supervision;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The cells of a workbook in memory: words and numbers by row and column. */
record Sheet(List<@Nullable Object[]> rows) {
    private static final int COLUMNS = 40;
    private static final int PIECE = 1_000;

    /** Reads the first sheet of a workbook whose words stand in its cells. */
    static Sheet of(byte[] workbook) throws IOException, XMLStreamException {
        // by its directory: the entries' own heads leave their sizes open
        var file = Files.createTempFile("duban-bench-", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var zip = new ZipFile(file.toFile());
                    var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new Sheet(cells(sheet));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<@Nullable Object[]> cells(InputStream in) throws XMLStreamException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        Map<String, String> same = new HashMap<>();
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
        @Nullable Object[] row = new @Nullable Object[COLUMNS];
        int column = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> {
                        row = new @Nullable Object[COLUMNS];
                        rows.add(row);
                    }
                    case "c" -> column = column(xml.getAttributeValue(null, "r"));
                    case "t" -> row[column] = same.computeIfAbsent(xml.getElementText(), words -> words);
                    case "v" -> row[column] = Double.valueOf(xml.getElementText());
                    default -> {
                        // what says how it looks
                    }
                }
            }
        }
        return rows;
    }

    private static int column(String reference) {
        int column = 0;
        for (char c : reference.toCharArray()) {
            if (c < 'A') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    long filled() {
        return rows.stream()
                .mapToLong(
                        row -> Arrays.stream(row).filter(cell -> cell != null).count())
                .sum();
    }

    /** As fastexcel writes them on its own. */
    void write(OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Duban", "01.0000")) {
            var sheet = workbook.newWorksheet("任务台账");
            for (int number = 0; number < rows.size(); number++) {
                @Nullable Object[] row = rows.get(number);
                for (int column = 0; column < row.length; column++) {
                    switch (row[column]) {
                        case String words -> sheet.inlineString(number, column, words);
                        case Double value -> sheet.value(number, column, value);
                        case null, default -> {
                            // nothing stands there
                        }
                    }
                }
                if (number % PIECE == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
