package org.duban.task.sheet.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.duban.task.sheet.xlsx.UnreadableWorkbook.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The words that cells refer to by number; how a word is to be pronounced is left out. */
final class SharedStrings extends DefaultHandler {
    private static final int MOST = 1_000_000;
    private static final long MOST_CHARACTERS = 24_000_000;

    private final List<String> strings = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean inText;
    private int inPhonetic;
    private long characters;

    String get(int index) {
        return index < 0 || index >= strings.size() ? "" : strings.get(index);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> current.setLength(0);
            case "rPh" -> inPhonetic++;
            case "t" -> inText = inPhonetic == 0;
            default -> {}
        }
    }

    @Override
    public void characters(char[] words, int start, int length) {
        if (inText) {
            characters += length;
            if (characters > MOST_CHARACTERS) {
                throw new UnreadableWorkbook(Reason.TOO_LARGE);
            }
            current.append(words, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        switch (name) {
            case "t" -> inText = false;
            case "rPh" -> inPhonetic--;
            case "si" -> {
                if (strings.size() >= MOST) {
                    throw new UnreadableWorkbook(Reason.TOO_LARGE);
                }
                strings.add(CellText.read(current.toString()));
            }
            default -> {}
        }
    }
}
