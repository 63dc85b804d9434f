package org.duban.task.plan.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;

/** A PDF in Chinese without a font: its signs are 12 points wide and named by their Unicode. */
final class PdfWriter {
    static final int SIZE = 12;
    static final int LEFT = 72;
    /** Signs that a line of the text holds. */
    static final int LINE = 36;

    private static final float HEIGHT = 842;
    private static final float WIDTH = 595;

    private final PDDocument document = new PDDocument();
    private StringBuilder drawing = new StringBuilder();
    private PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    private String encoding = "UniGB-UCS2-H";
    // one for all pages, as any program writes it
    private final COSDictionary font = new COSDictionary();

    /** Signs that do not say which character they are. */
    PdfWriter nameless() {
        encoding = "Identity-H";
        return this;
    }

    PdfWriter text(float x, float fromTop, String words) {
        return text(1, 0, 0, 1, x, fromTop, words);
    }

    private PdfWriter text(double a, double b, double c, double d, float x, float fromTop, String words) {
        var hex = new StringBuilder();
        for (byte each : words.getBytes(StandardCharsets.UTF_16BE)) {
            hex.append("%02X".formatted(each));
        }
        drawing.append("BT /F1 %d Tf %.3f %.3f %.3f %.3f %.2f %.2f Tm <%s> Tj ET%n"
                .formatted(SIZE, a, b, c, d, x, HEIGHT - fromTop, hex));
        return this;
    }

    PdfWriter slanted(float x, float fromTop, String words) {
        return text(0.7, 0.7, -0.7, 0.7, x, fromTop, words);
    }

    /** Lines as a word processor sets them: the first moved in by two signs, each as full as it gets. */
    float paragraph(float fromTop, String words) {
        float y = fromTop;
        int from = 0;
        while (from < words.length()) {
            int room = from == 0 ? LINE - 2 : LINE;
            int to = Math.min(words.length(), from + room);
            text(LEFT + (from == 0 ? 2 * SIZE : 0), y, words.substring(from, to));
            from = to;
            y += 20;
        }
        return y;
    }

    /** A table with lines around its cells; words break where the cell ends. */
    float table(float fromTop, List<Integer> widths, List<? extends List<@Nullable String>> rows) {
        float y = fromTop;
        int right = LEFT + widths.stream().mapToInt(Integer::intValue).sum();
        line(LEFT, y, right, y);
        for (var row : rows) {
            float height = height(widths, row);
            float x = LEFT;
            for (int i = 0; i < row.size(); i++) {
                // null is what the cell before it covers
                if (row.get(i) != null) {
                    line(x, y, x, y + height);
                    cell(x + 4, y + SIZE + 2, room(widths, row, i), row.get(i));
                }
                x += widths.get(i);
            }
            line(right, y, right, y + height);
            y += height;
            line(LEFT, y, right, y);
        }
        return y + 20;
    }

    private static float height(List<Integer> widths, List<@Nullable String> row) {
        int lines = 1;
        for (int i = 0; i < row.size(); i++) {
            var words = row.get(i);
            int room = room(widths, row, i);
            lines = words == null ? lines : Math.max(lines, (words.length() + room - 1) / room);
        }
        return lines * 16 + 6;
    }

    private static int room(List<Integer> widths, List<@Nullable String> row, int column) {
        int width = widths.get(column);
        for (int i = column + 1; i < row.size() && row.get(i) == null; i++) {
            width += widths.get(i);
        }
        return (width - 8) / SIZE;
    }

    private void cell(float x, float y, int room, String words) {
        for (int from = 0; from < words.length(); from += room) {
            text(x, y + from / room * 16, words.substring(from, Math.min(words.length(), from + room)));
        }
    }

    PdfWriter line(float x, float y, float toX, float toY) {
        drawing.append("%.2f %.2f m %.2f %.2f l S%n".formatted(x, HEIGHT - y, toX, HEIGHT - toY));
        return this;
    }

    /** A picture as large as the page, and nothing else. */
    PdfWriter picture() {
        drawing.append(
                "q %.0f 0 0 %.0f 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q%n".formatted(WIDTH, HEIGHT));
        return this;
    }

    /** The page as it lies before the reader: what was put on it upright lies on its side in the file. */
    PdfWriter lying() {
        page = new PDPage(new PDRectangle(HEIGHT, WIDTH));
        page.setRotation(90);
        drawing.insert(0, "q 0 1 -1 0 %.0f 0 cm%n".formatted(HEIGHT)).append("Q\n");
        return this;
    }

    PdfWriter endPage() {
        try {
            var resources = new COSDictionary();
            var fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F1"), font);
            resources.setItem(COSName.FONT, fonts);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            var contents = new COSStream();
            try (var stream = contents.createOutputStream()) {
                stream.write(String.format(Locale.ROOT, "%s", drawing).getBytes(StandardCharsets.US_ASCII));
            }
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
            document.addPage(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        drawing = new StringBuilder();
        return this;
    }

    private void describeFont() {
        var collection = new COSDictionary();
        collection.setItem(COSName.REGISTRY, new COSString("Adobe"));
        collection.setItem(COSName.ORDERING, new COSString(encoding.startsWith("Uni") ? "GB1" : "Identity"));
        collection.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
        var signs = new COSDictionary();
        signs.setItem(COSName.TYPE, COSName.FONT);
        signs.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0"));
        signs.setName(COSName.BASE_FONT, "STSong-Light");
        signs.setItem(COSName.CIDSYSTEMINFO, collection);
        signs.setItem(COSName.DW, COSInteger.get(1000));
        var descendants = new COSArray();
        descendants.add(signs);
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.getPDFName("Type0"));
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, encoding);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
    }

    byte[] bytes() {
        return bytes(null);
    }

    /** @param password which the reader is asked for; empty where everyone may read and not everyone print */
    byte[] bytes(@Nullable String password) {
        describeFont();
        var bytes = new ByteArrayOutputStream();
        try (document) {
            if (password != null) {
                var policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(128);
                document.protect(policy);
                document.save(bytes);
            } else {
                document.save(bytes, CompressParameters.NO_COMPRESSION);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
