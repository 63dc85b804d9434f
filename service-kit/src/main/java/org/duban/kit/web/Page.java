package org.duban.kit.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The body of every list; the answer also carries {@code Link: rel="next"} while there is more.
 *
 * @param next cursor of the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param fetched up to one more than the limit, which tells whether there is more
     * @param cursor the cursor that continues after an item, from {@link Cursor#encode}
     */
    public static <T> Page<T> of(List<T> fetched, Limit limit, Function<T, String> cursor) {
        if (fetched.size() <= limit.value()) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }
}
