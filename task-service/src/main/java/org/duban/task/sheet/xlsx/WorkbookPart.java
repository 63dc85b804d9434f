package org.duban.task.sheet.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The workbook's list of sheets. */
final class WorkbookPart extends DefaultHandler {
    private static final int MOST_SHEETS = 30;

    record SheetEntry(String name, String relation) {}

    private final List<SheetEntry> shown = new ArrayList<>();
    private boolean any;
    private boolean since1904;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("workbookPr")) {
            String value = attributes.getValue("date1904");
            since1904 = "1".equals(value) || "true".equals(value);
        }
        if (!name.equals("sheet")) {
            return;
        }
        any = true;
        String state = attributes.getValue("state");
        String relation = null;
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals("id") && !attributes.getURI(i).isEmpty()) {
                relation = attributes.getValue(i);
            }
        }
        if (relation != null && (state == null || state.equals("visible")) && shown.size() < MOST_SHEETS) {
            String title = attributes.getValue("name");
            shown.add(new SheetEntry(title == null ? "" : title, relation));
        }
    }

    List<SheetEntry> shown() {
        return shown;
    }

    boolean any() {
        return any;
    }

    boolean since1904() {
        return since1904;
    }
}
