package org.duban.task.plan.document;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.duban.task.plan.document.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** One sheet of an .xlsx, as its XML goes by. */
final class Sheet extends DefaultHandler {
    private static final int MOST_CHARACTERS = 2_000_000;

    private record Place(int row, int column) {}

    private final CellValues values;
    private final Grid grid = new Grid();
    private final StringBuilder value = new StringBuilder();
    private @Nullable Place place;
    private Place next = new Place(0, 0);
    private String type = "";
    private int style = -1;
    private boolean inValue;
    private boolean spoken;
    private int characters;

    Sheet(CellValues values) {
        this.values = values;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                next = new Place(WordXml.number(attributes.getValue("r"), next.row + 2) - 1, 0);
                if (isSet(attributes.getValue("hidden"))) {
                    grid.hideRow(next.row);
                }
                Budget.check();
            }
            case "col" -> {
                if (isSet(attributes.getValue("hidden"))) {
                    grid.hideColumns(
                            WordXml.number(attributes.getValue("min"), 0) - 1,
                            WordXml.number(attributes.getValue("max"), 0) - 1);
                }
            }
            case "c" -> {
                place = place(attributes.getValue("r"), next);
                next = new Place(place.row, place.column + 1);
                type = attributes.getValue("t") == null ? "" : attributes.getValue("t");
                style = WordXml.number(attributes.getValue("s"), -1);
                value.setLength(0);
            }
            case "v", "t" -> inValue = place != null && !spoken;
            case "rPh" -> spoken = true;
            case "mergeCell" -> merge(attributes.getValue("ref"));
            case "filterColumn" -> grid.filter();
            default -> {}
        }
    }

    private static boolean isSet(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    @Override
    public void characters(char[] words, int start, int length) {
        characters += inValue ? length : 0;
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDocument(Reason.TOO_LARGE);
        }
        if (inValue) {
            value.append(words, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> spoken = false;
            case "c" -> {
                if (place != null && !value.isEmpty()) {
                    grid.put(place.row, place.column, values.shown(type, style, value.toString()));
                }
                place = null;
            }
            default -> {}
        }
    }

    private static Place place(@Nullable String reference, Place otherwise) {
        if (reference == null || !reference.matches("[A-Z]{1,3}[1-9]\\d{0,6}")) {
            return otherwise;
        }
        var cell = new CellReference(reference);
        return new Place(cell.getRow(), cell.getCol());
    }

    private void merge(@Nullable String reference) {
        var ends = reference == null ? new String[0] : reference.split(":");
        var nowhere = new Place(-1, -1);
        if (ends.length == 2) {
            var first = place(ends[0], nowhere);
            var last = place(ends[1], nowhere);
            grid.merge(first.row, last.row, first.column, last.column);
        }
    }

    List<String> lines() {
        return grid.lines();
    }
}
