package org.duban.kit.web;

import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Entity tags: the version of what can be changed. */
public final class ETags {

    private ETags() {}

    /** Quoted, as the header wants it. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * @param ifMatch the {@code If-Match} header; none is a 428, one that names another version a 412
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        String current = of(version);
        for (String tag : ifMatch.split(",")) {
            String given = tag.strip();
            // A proxy that compresses makes a tag weak; the version is the same.
            if (given.equals("*") || given.equals(current) || given.equals("W/" + current)) {
                return;
            }
        }
        throw new StaleVersion();
    }

    /** For steps on what the caller has read: {@link #requireMatch} with the version that is found. */
    public static LongConsumer matching(@Nullable String ifMatch) {
        return version -> requireMatch(ifMatch, version);
    }

    /** For steps that may be taken without having read the newest state, but not against it. */
    public static LongConsumer matchingIfGiven(@Nullable String ifMatch) {
        return version -> {
            if (ifMatch != null) {
                requireMatch(ifMatch, version);
            }
        };
    }

    static final class PreconditionRequired extends RuntimeException {}

    static final class StaleVersion extends Refusal {
        StaleVersion() {
            super(Kind.STALE, "stale-version", "内容已被他人修改，请刷新后在最新内容上重新操作");
        }
    }
}
