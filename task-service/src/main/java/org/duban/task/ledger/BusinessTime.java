package org.duban.task.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Instants as officials read them. */
public final class BusinessTime {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    public static OffsetDateTime at(OffsetDateTime instant) {
        return instant.atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime atOrNull(@Nullable OffsetDateTime instant) {
        return instant == null ? null : at(instant);
    }
}
