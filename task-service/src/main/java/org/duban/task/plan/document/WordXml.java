package org.duban.task.plan.document;

import java.io.IOException;
import org.apache.poi.ooxml.util.DocumentHelper;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Small steps in WordprocessingML, by local names: the transitional and the strict form differ in namespaces only. */
final class WordXml {
    private WordXml() {}

    static Node root(PackagePart part) throws IOException {
        try (var stream = part.getInputStream()) {
            return DocumentHelper.readDocument(new WatchedStream(stream)).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException(e);
        }
    }

    static String name(Node node) {
        return node.getLocalName() == null ? "" : node.getLocalName();
    }

    static @Nullable Node child(@Nullable Node parent, String name) {
        for (var node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name(node).equals(name)) {
                return node;
            }
        }
        return null;
    }

    static @Nullable String value(@Nullable Node parent, String name) {
        var node = child(parent, name);
        return node == null ? null : attribute(node, "val");
    }

    static @Nullable String attribute(Node node, String name) {
        var attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return null;
    }

    static int number(@Nullable String words, int otherwise) {
        try {
            return words == null ? otherwise : Integer.parseInt(words.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
