package org.duban.bench.relay;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The event of the measurement: a number, and as much beside it as an assignment has. */
final class Events {
    static final String TYPE = "duban.bench.counted.v1";
    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");
    private static final String WORDS = "牵头单位会同配合单位按月报送进展".repeat(12);

    /** @param words fills the event up to the size of an assignment */
    record Counted(long number, String words) {}

    private Events() {}

    static Counted event(long number) {
        return new Counted(number, WORDS);
    }

    static String value(long number) {
        return "{\"number\":%d,\"words\":\"%s\"}".formatted(number, WORDS);
    }

    static long number(byte[] value) {
        var found = NUMBER.matcher(new String(value, StandardCharsets.UTF_8));
        if (!found.find()) {
            throw new IllegalStateException("no number: " + new String(value, StandardCharsets.UTF_8));
        }
        return Long.parseLong(found.group(1));
    }
}
