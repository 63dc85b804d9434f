package org.duban.journeys;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The words of a .docx and of its tables, no more of it than a journey needs. */
final class WordDocument {

    private final Document body;

    WordDocument(byte[] file) {
        body = Workbook.xml(Workbook.parts(file).get("word/document.xml"));
    }

    String text() {
        var text = new StringBuilder();
        for (var paragraph : elements(body.getElementsByTagName("w:p"))) {
            text.append(words(paragraph)).append('\n');
        }
        return text.toString();
    }

    /** The rows of each table, its head among them. */
    List<List<List<String>>> tables() {
        return elements(body.getElementsByTagName("w:tbl")).stream()
                .map(table -> elements(table.getElementsByTagName("w:tr")).stream()
                        .map(row -> elements(row.getElementsByTagName("w:tc")).stream()
                                .map(WordDocument::words)
                                .toList())
                        .toList())
                .toList();
    }

    private static String words(Element element) {
        var words = new StringBuilder();
        elements(element.getElementsByTagName("w:t")).forEach(text -> words.append(text.getTextContent()));
        return words.toString();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
