package org.duban.task.plan.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.duban.task.plan.document.PdfPage.Glyph;
import org.duban.task.plan.document.PdfPage.Ruling;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Collects the signs of each page and the lines drawn on it, and counts what it is made to do: a small stream can be drawn a thousand times over. */
final class PdfReader extends PDFTextStripper {
    private static final int MOST_OPERATORS = 4_000_000;
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_RULINGS = 8_000;
    private static final int MOST_POINTS = 64;
    private static final float THIN = 3;
    private static final float SHORTEST = 5;
    // signs of a direction that a page has fewer of are stamps and marks in the margin
    private static final int FEWEST = 8;

    private record Segment(Point2D.Float from, Point2D.Float to) {}

    private final List<PdfPage> pages = new ArrayList<>();
    private final List<Integer> pictures = new ArrayList<>();
    private final TreeMap<Integer, List<Glyph>> glyphs = new TreeMap<>();
    private final List<Segment> drawn = new ArrayList<>();
    private final List<Point2D.Float> path = new ArrayList<>();
    private final List<Segment> open = new ArrayList<>();
    private int operators;
    private int characters;
    private int shown;
    private int unnamed;
    private boolean picture;
    private boolean named;

    /** @throws IOException where the file is broken */
    static PdfReader of(PDDocument document) throws IOException {
        var reader = new PdfReader();
        reader.writeText(document, Writer.nullWriter());
        return reader;
    }

    List<PdfPage> pages() {
        return pages;
    }

    /** Numbers of the pages that hold a picture and no words, from 1. */
    List<Integer> pictures() {
        return pictures;
    }

    /** Whether most signs do not say which character they are. */
    boolean isNameless() {
        return shown > 20 && unnamed * 3 > shown;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS) {
            throw new UnreadableDocument(Reason.SUSPICIOUS_ARCHIVE);
        }
        Budget.check();
        super.processOperator(operator, operands);
        draw(operator.getName(), operands);
    }

    private void draw(String operator, List<COSBase> operands) {
        switch (operator) {
            case "m" -> move(point(operands, 0));
            case "l" -> line(point(operands, 0));
            case "c", "v", "y" -> path.clear();
            case "h" -> close();
            case "re" -> rectangle(operands);
            case "S", "B", "B*" -> paint(true);
            case "s", "b", "b*" -> {
                close();
                paint(true);
            }
            case "f", "F", "f*" -> paint(false);
            case "n" -> forget();
            case "Do" -> picture |= isPicture(operands);
            case "BI" -> picture = true;
            default -> {}
        }
    }

    private boolean isPicture(List<COSBase> operands) {
        return !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && getResources() != null
                && getResources().isImageXObject(name);
    }

    private void move(Point2D.Float point) {
        path.clear();
        path.add(point);
    }

    private void line(Point2D.Float point) {
        if (!path.isEmpty() && open.size() < MOST_RULINGS && path.size() < MOST_POINTS) {
            open.add(new Segment(path.getLast(), point));
            path.add(point);
        }
    }

    private void close() {
        if (path.size() > 2) {
            line(path.getFirst());
        }
    }

    private void rectangle(List<COSBase> operands) {
        float width = number(operands, 2);
        float height = number(operands, 3);
        float x = number(operands, 0);
        float y = number(operands, 1);
        move(seen(x, y));
        line(seen(x + width, y));
        line(seen(x + width, y + height));
        line(seen(x, y + height));
        line(path.getFirst());
    }

    // a thin filled area is a line; the edges of a wide one are only there when they are drawn
    private void paint(boolean stroked) {
        if (!stroked && !open.isEmpty()) {
            var width = extent(true);
            var height = extent(false);
            boolean thin = Math.min(width, height) <= THIN;
            if (!thin && open.size() > 4) {
                eachThinPart();
            } else if (!thin) {
                open.clear();
            }
        }
        for (var segment : open) {
            if (drawn.size() < MOST_RULINGS) {
                drawn.add(segment);
            }
        }
        forget();
    }

    // several rectangles may be filled at once
    private void eachThinPart() {
        var kept = new ArrayList<Segment>();
        for (int i = 0; i + 3 < open.size(); i += 4) {
            var part = open.subList(i, i + 4);
            float width = extent(part, true);
            float height = extent(part, false);
            if (Math.min(width, height) <= THIN) {
                kept.addAll(part);
            }
        }
        open.clear();
        open.addAll(kept);
    }

    private float extent(boolean across) {
        return extent(open, across);
    }

    private static float extent(List<Segment> segments, boolean across) {
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (var segment : segments) {
            for (var point : List.of(segment.from, segment.to)) {
                float at = across ? point.x : point.y;
                least = Math.min(least, at);
                most = Math.max(most, at);
            }
        }
        return most - least;
    }

    private void forget() {
        open.clear();
        path.clear();
    }

    private Point2D.Float point(List<COSBase> operands, int index) {
        return seen(number(operands, index), number(operands, index + 1));
    }

    private Point2D.Float seen(float x, float y) {
        return getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
    }

    private static float number(List<COSBase> operands, int index) {
        return index < operands.size() && operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        named = false;
        super.showGlyph(matrix, font, code, displacement);
        shown++;
        unnamed += named ? 0 : 1;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        var words = text.getUnicode();
        named = words != null && !words.isEmpty() && words.chars().noneMatch(PdfReader::isNoCharacter);
        var matrix = text.getTextMatrix();
        float along = Math.abs(matrix.getScaleX());
        float aside = Math.abs(matrix.getShearY());
        boolean slanted = Math.min(along, aside) > Math.max(along, aside) * 0.05;
        // a slanted word across the page is a watermark
        if (!named || slanted) {
            return;
        }
        float size = Math.max(1, Math.abs(text.getFontSizeInPt()));
        float x = text.getXDirAdj();
        float width = Math.abs(text.getWidthDirAdj());
        if (Float.isFinite(x) && Float.isFinite(width) && Float.isFinite(text.getYDirAdj())) {
            glyphs.computeIfAbsent(Math.round(text.getDir()), turned -> new ArrayList<>())
                    .add(new Glyph(words, x, x + width, text.getYDirAdj(), size));
        }
    }

    private static boolean isNoCharacter(int c) {
        return c == 0xFFFD || c < ' ' && c != '\t' || c >= 0xE000 && c < 0xF8FF;
    }

    @Override
    protected void startPage(PDPage page) {
        glyphs.clear();
        drawn.clear();
        forget();
        picture = false;
    }

    @Override
    protected void endPage(PDPage page) {
        int number = getCurrentPageNo();
        int all = glyphs.values().stream().mapToInt(List::size).sum();
        if (all < FEWEST && picture) {
            pictures.add(number);
        }
        var box = page.getCropBox();
        for (var entry : glyphs.entrySet()) {
            if (entry.getValue().size() >= FEWEST || entry.getValue().size() * 2 > all) {
                pages.add(
                        seen(number, entry, box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()));
            }
        }
    }

    // the same turn that the library gives to the signs
    private PdfPage seen(
            int number, Map.Entry<Integer, List<Glyph>> direction, float left, float low, float width, float height) {
        int turned = direction.getKey();
        var rulings = new ArrayList<Ruling>();
        for (var segment : drawn) {
            var from = turned(turned, segment.from.x - left, segment.from.y - low, width, height);
            var to = turned(turned, segment.to.x - left, segment.to.y - low, width, height);
            float across = Math.abs(to.x - from.x);
            float down = Math.abs(to.y - from.y);
            if (down <= THIN / 2 && across >= SHORTEST) {
                rulings.add(new Ruling(true, (from.y + to.y) / 2, Math.min(from.x, to.x), Math.max(from.x, to.x)));
            } else if (across <= THIN / 2 && down >= SHORTEST) {
                rulings.add(new Ruling(false, (from.x + to.x) / 2, Math.min(from.y, to.y), Math.max(from.y, to.y)));
            }
        }
        boolean lying = turned == 90 || turned == 270;
        return new PdfPage(
                number,
                turned,
                lying ? height : width,
                lying ? width : height,
                List.copyOf(direction.getValue()),
                rulings);
    }

    private static Point2D.Float turned(int degrees, float x, float y, float width, float height) {
        return switch (degrees) {
            case 90 -> new Point2D.Float(y, x);
            case 180 -> new Point2D.Float(width - x, y);
            case 270 -> new Point2D.Float(height - y, width - x);
            default -> new Point2D.Float(x, height - y);
        };
    }
}
