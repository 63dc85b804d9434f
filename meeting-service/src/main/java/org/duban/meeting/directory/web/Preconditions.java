package org.duban.meeting.directory.web;

import java.util.function.LongConsumer;
import org.duban.kit.web.ETags;
import org.jspecify.annotations.Nullable;

/** For steps that may be taken without having read the newest state, but not against it. */
final class Preconditions {

    private Preconditions() {}

    static LongConsumer ifGiven(@Nullable String ifMatch) {
        return version -> {
            if (ifMatch != null) {
                ETags.requireMatch(ifMatch, version);
            }
        };
    }
}
