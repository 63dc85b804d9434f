package org.duban.task.sheet.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.duban.task.sheet.xlsx.UnreadableWorkbook.Reason;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads an .xlsx as its parts go by, within bounds of size: nothing is unpacked, no entity is followed, no formula is calculated;
 * the value it was saved with counts.
 */
public final class XlsxReader {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** The most rows of all sheets together. */
    public static final int MOST_ROWS = 20_000;

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 256L << 20;

    private static final String WORKBOOK = "xl/workbook.xml";

    private final Map<String, String> targets = new HashMap<>();
    private final WorkbookPart workbook = new WorkbookPart();
    private final SharedStrings strings = new SharedStrings();
    private final CellStyles styles = new CellStyles();

    private XlsxReader() {}

    /**
     * @return the sheets that are shown, as the workbook orders them
     * @throws UnreadableWorkbook where the file is none
     */
    public static List<Grid> read(byte[] file) {
        if (file.length == 0) {
            throw new UnreadableWorkbook(Reason.EMPTY);
        }
        if (file.length > LARGEST) {
            throw new UnreadableWorkbook(Reason.TOO_LARGE);
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableWorkbook(Reason.OLD_EXCEL);
        }
        if (!startsWith(file, 'P', 'K')) {
            throw new UnreadableWorkbook(Reason.NOT_XLSX);
        }
        // By its directory, at the end of the file: not every writer says sizes where a stream would need them.
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            return new XlsxReader().grids(zip);
        } catch (UnreadableWorkbook refusal) {
            throw refusal;
        } catch (IOException | SAXException | RuntimeException | StackOverflowError broken) {
            if (broken.getCause() instanceof UnreadableWorkbook refusal) {
                throw refusal;
            }
            throw new UnreadableWorkbook(Reason.NOT_XLSX, broken);
        }
    }

    private static boolean startsWith(byte[] file, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private List<Grid> grids(ZipFile zip) throws IOException, SAXException {
        int entries = 0;
        for (var all = zip.getEntries(); all.hasMoreElements(); all.nextElement()) {
            if (++entries > MOST_ENTRIES) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
        }
        Counted counted = new Counted();
        read(zip, WORKBOOK, workbook, counted);
        read(zip, "xl/_rels/workbook.xml.rels", new Relationships(targets), counted);
        read(zip, "xl/sharedStrings.xml", strings, counted);
        read(zip, "xl/styles.xml", styles, counted);
        List<Grid> grids = new ArrayList<>();
        SheetPart.Budget budget = new SheetPart.Budget();
        for (WorkbookPart.SheetEntry sheet : workbook.shown()) {
            String part = targets.get(sheet.relation());
            SheetPart handler = new SheetPart(sheet.name(), strings, styles, workbook.since1904(), budget);
            if (part != null && read(zip, part, handler, counted)) {
                grids.add(handler.grid());
            }
        }
        if (grids.isEmpty()) {
            throw new UnreadableWorkbook(workbook.any() ? Reason.NOTHING_SHOWN : Reason.NOT_XLSX);
        }
        return grids;
    }

    private static boolean read(ZipFile zip, String name, DefaultHandler handler, Counted counted)
            throws IOException, SAXException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return false;
        }
        try (InputStream part = counted.of(zip.getInputStream(entry))) {
            parse(part, handler);
        }
        return true;
    }

    private static void parse(InputStream part, DefaultHandler handler) throws IOException, SAXException {
        try {
            SAXParserFactory parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(part, handler);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Counts what all parts become together. */
    private static final class Counted {
        private long bytes;

        InputStream of(InputStream archive) {
            return new FilterInputStream(archive) {
                @Override
                public int read() throws IOException {
                    int one = super.read();
                    count(one < 0 ? 0 : 1);
                    return one;
                }

                @Override
                public int read(byte[] buffer, int from, int most) throws IOException {
                    int read = super.read(buffer, from, most);
                    count(Math.max(0, read));
                    return read;
                }
            };
        }

        private void count(int read) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
        }
    }
}
