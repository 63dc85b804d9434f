package org.duban.task.paper;

/** WordprocessingML as it is written down; what XML cannot carry is left out. */
final class Xml {
    private final StringBuilder written =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");

    /** @param attributes names and values in turn */
    Xml open(String element, Object... attributes) {
        return tag(element, ">", attributes);
    }

    /** An element without content. */
    Xml empty(String element, Object... attributes) {
        return tag(element, "/>", attributes);
    }

    Xml close(String element) {
        written.append("</").append(element).append('>');
        return this;
    }

    Xml text(String text) {
        escaped(text);
        return this;
    }

    private Xml tag(String element, String end, Object... attributes) {
        written.append('<').append(element);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            written.append(' ').append(attributes[i]).append("=\"");
            escaped(String.valueOf(attributes[i + 1]));
            written.append('"');
        }
        written.append(end);
        return this;
    }

    private void escaped(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '&' -> written.append("&amp;");
                case '"' -> written.append("&quot;");
                default -> {
                    if (allowed(c)) {
                        written.appendCodePoint(c);
                    }
                }
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF;
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
