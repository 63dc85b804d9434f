package org.duban.task.sheet.xlsx;

import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which part each relation of the workbook names. */
final class Relationships extends DefaultHandler {
    private final Map<String, String> targets;

    Relationships(Map<String, String> targets) {
        this.targets = targets;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String id = attributes.getValue("Id");
        String target = attributes.getValue("Target");
        if (name.equals("Relationship") && id != null && target != null) {
            targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
    }
}
