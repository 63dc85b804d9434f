package org.duban.notification.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said, once.
 *
 * @param unit the unit told; for staff, the unit it is about, null where it is about none
 * @param county whose supervisors are told; null for the city's
 * @param subject with audience, unit, kind and occasion: what makes two sayings the same
 * @param occasion tells repeated sayings on one subject apart, as the day of a reminder
 */
record Saying(
        Audience audience,
        @Nullable UUID unit,
        @Nullable UUID county,
        AlertKind kind,
        UUID subject,
        String occasion,
        Words words,
        Link link) {

    enum Audience {
        UNIT,
        STAFF
    }

    /** @param title one line; both Chinese */
    record Words(String title, String body) {}

    static Saying toUnit(UUID unit, AlertKind kind, UUID subject, String occasion, Words words, Link link) {
        return new Saying(Audience.UNIT, unit, null, kind, subject, occasion, words, link);
    }

    static Saying toStaff(
            UUID unit, @Nullable UUID county, AlertKind kind, UUID subject, String occasion, Words words, Link link) {
        return new Saying(Audience.STAFF, unit, county, kind, subject, occasion, words, link);
    }
}
