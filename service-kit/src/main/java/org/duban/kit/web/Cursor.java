package org.duban.kit.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: the sort keys of the last item shown, opaque to the caller. Reading a key as something it is not is a
 * 400, as is a cursor that was not made here.
 */
public final class Cursor {

    private static final char ABSENT = '-';
    private static final char PRESENT = '=';
    private static final String SEPARATOR = "\u001f";

    private final List<@Nullable String> keys;

    private Cursor(List<@Nullable String> keys) {
        this.keys = keys;
    }

    /** @param keys in the order of sorting; written by {@code toString()} */
    public static String encode(@Nullable Object... keys) {
        StringBuilder text = new StringBuilder();
        for (Object key : keys) {
            text.append(SEPARATOR).append(key == null ? ABSENT : PRESENT);
            if (key != null) {
                text.append(key);
            }
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.substring(Math.min(1, text.length())).getBytes(StandardCharsets.UTF_8));
    }

    public static Cursor decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<@Nullable String> keys = new ArrayList<>();
            for (String key : text.split(SEPARATOR, -1)) {
                if (key.isEmpty() || (key.charAt(0) != ABSENT && key.charAt(0) != PRESENT)) {
                    throw broken();
                }
                keys.add(key.charAt(0) == ABSENT ? null : key.substring(1));
            }
            return new Cursor(keys);
        } catch (IllegalArgumentException notBase64) {
            throw broken();
        }
    }

    public int size() {
        return keys.size();
    }

    /** True where the last item shown had nothing in this sort key. */
    public boolean absent(int index) {
        if (index >= keys.size()) {
            throw broken();
        }
        return keys.get(index) == null;
    }

    public String text(int index) {
        String key = index < keys.size() ? keys.get(index) : null;
        if (key == null || key.indexOf('\0') >= 0) {
            throw broken();
        }
        return key;
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public LocalDate day(int index) {
        return read(index, LocalDate::parse);
    }

    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    public OffsetDateTime offsetDateTime(int index) {
        return read(index, OffsetDateTime::parse);
    }

    public long number(int index) {
        return read(index, Long::valueOf);
    }

    private <T> T read(int index, Function<String, T> reading) {
        String key = text(index);
        try {
            return reading.apply(key);
        } catch (RuntimeException notOfThatKind) {
            throw broken();
        }
    }

    private static BadRequest broken() {
        return new BadRequest("cursor", "翻页标记无效，请从第一页重新开始");
    }
}
