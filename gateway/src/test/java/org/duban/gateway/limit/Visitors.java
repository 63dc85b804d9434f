package org.duban.gateway.limit;

import org.springframework.util.unit.DataSize;

/** Limits that a test can reach. */
public final class Visitors {

    private Visitors() {}

    public static VisitorLimits allowed(int perMinute, int filingsPerHour, int wrongCodesPerHour) {
        return new VisitorLimits(
                new VisitorSettings(perMinute, filingsPerHour, wrongCodesPerHour, DataSize.ofKilobytes(64)));
    }
}
