package org.duban.kit.web;

import org.jspecify.annotations.Nullable;

/**
 * How many items a list gives at once; bound from {@code ?limit=}.
 *
 * @param value 1 to 200
 */
public record Limit(int value) {

    public static final int MOST = 200;
    public static final Limit USUAL = new Limit(50);

    public Limit {
        if (value < 1 || value > MOST) {
            throw new BadRequest("limit", "每页条数须在 1 到 200 之间");
        }
    }

    /** The usual limit where none was asked for. */
    public static Limit of(@Nullable Integer asked) {
        return asked == null ? USUAL : new Limit(asked);
    }

    static Limit parse(String text) {
        try {
            return new Limit(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new BadRequest("limit", "每页条数须是 1 到 200 之间的整数");
        }
    }

    /** One more than asked for, so that {@link Page#of} sees whether there is more. */
    public int plusOne() {
        return value + 1;
    }
}
