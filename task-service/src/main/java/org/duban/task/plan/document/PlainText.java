package org.duban.task.plan.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.task.plan.document.UnreadableDocument.Reason;

/** Tells UTF-8, UTF-16 and GB18030 apart: by the mark at the start, else by which of them the bytes are valid in. */
final class PlainText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    // what the wrong one of the two kinds of UTF-16 makes of a text
    private static boolean isChinese(String text) {
        long known = text.chars()
                .filter(c -> c < 0x80 || c >= 0x3000 && c < 0x3100 || c >= 0x4E00 && c < 0xA000 || c >= 0xFF00)
                .count();
        return known * 10 > text.length() * 9L;
    }

    private PlainText() {}

    static String decode(byte[] content) {
        var text = marked(content)
                .or(() -> Stream.of(
                                StandardCharsets.UTF_8, GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .flatMap(charset -> strictly(charset, content, 0)
                                .filter(PlainText::isText)
                                .filter(words ->
                                        charset == StandardCharsets.UTF_8 || charset == GB18030 || isChinese(words))
                                .stream())
                        .findFirst())
                .orElseThrow(() -> new UnreadableDocument(Reason.UNKNOWN_ENCODING));
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Optional<String> marked(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return strictly(StandardCharsets.UTF_8, content, 3);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return strictly(StandardCharsets.UTF_16LE, content, 2);
        }
        return startsWith(content, 0xFE, 0xFF) ? strictly(StandardCharsets.UTF_16BE, content, 2) : Optional.empty();
    }

    static boolean startsWith(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (content.length <= i || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(Charset charset, byte[] content, int from) {
        try {
            return Optional.of(charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, from, content.length - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(String text) {
        return text.chars()
                .noneMatch(c -> c < ' ' && "\t\n\r\f\u000b".indexOf(c) < 0 || !Character.isDefined(c) || c == 0xFFFE);
    }
}
