package org.duban.task.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a .docx as they stand, without numbers of lists, headers and notes: to look at, not to work with. */
final class WordText {
    private static final int MOST_CHARACTERS = 50_000;
    // what a packed part becomes is not known before: more than this is no document that anybody reads on a screen
    private static final long MOST_BYTES = 32L << 20;

    private static final XMLInputFactory XML = xml();

    private WordText() {}

    static EvidenceText of(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var part = zip.getEntry("word/document.xml");
            if (part == null) {
                throw EvidenceRefused.noText();
            }
            try (var stream = new Bounded(zip.getInputStream(part))) {
                return read(stream);
            }
        } catch (IOException | XMLStreamException broken) {
            throw EvidenceRefused.noText();
        }
    }

    private static EvidenceText read(InputStream stream) throws XMLStreamException {
        var xml = XML.createXMLStreamReader(stream);
        try {
            var text = new StringBuilder();
            boolean inText = false;
            while (xml.hasNext() && text.length() <= MOST_CHARACTERS) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> inText = begins(xml, text);
                    case XMLStreamConstants.END_ELEMENT -> {
                        ends(xml, text);
                        inText = false;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (inText) {
                            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        }
                    }
                    // no word processor writes them
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw EvidenceRefused.noText();
                    default -> {}
                }
            }
            boolean cut = text.length() > MOST_CHARACTERS;
            return new EvidenceText(
                    text.substring(0, Math.min(text.length(), MOST_CHARACTERS)).stripTrailing(), cut);
        } finally {
            xml.close();
        }
    }

    private static boolean begins(XMLStreamReader xml, StringBuilder text) {
        switch (xml.getLocalName()) {
            case "tab" -> text.append(inRun(text));
            case "br", "cr" -> text.append('\n');
            default -> {}
        }
        return xml.getLocalName().equals("t");
    }

    // tabs are also listed in the properties of a paragraph, before its first word
    private static String inRun(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\t";
    }

    private static void ends(XMLStreamReader xml, StringBuilder text) {
        switch (xml.getLocalName()) {
            case "p" -> text.append('\n');
            case "tc" -> {
                if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
                    text.setCharAt(text.length() - 1, '\t');
                }
            }
            case "tr" -> text.append('\n');
            default -> {}
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            return count(read, Math.max(0, read));
        }

        private int count(int read, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too much to look at");
            }
            return read;
        }
    }
}
