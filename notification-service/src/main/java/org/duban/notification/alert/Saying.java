package org.duban.notification.alert;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said, once.
 *
 * @param unit the unit told; for staff, the unit it is about, null where it is about none; for a person, whose work they do
 * @param county whose supervisors are told; null for the city's; for a person, where they belong
 * @param reader the person told; null for the others
 * @param cause who did what is said, and is not told of it; null for anybody
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
        Link link,
        @Nullable String reader,
        @Nullable String cause) {

    /** @param title one line; both Chinese */
    record Words(String title, String body) {}

    static Saying toUnit(UUID unit, AlertKind kind, UUID subject, String occasion, Words words, Link link) {
        return new Saying(Audience.UNIT, unit, null, kind, subject, occasion, words, link, null, null);
    }

    static Saying toStaff(
            @Nullable UUID unit,
            @Nullable UUID county,
            AlertKind kind,
            UUID subject,
            String occasion,
            Words words,
            Link link) {
        return new Saying(Audience.STAFF, unit, county, kind, subject, occasion, words, link, null, null);
    }

    static Saying toOffice(UUID unit, AlertKind kind, UUID subject, String occasion, Words words, Link link) {
        return new Saying(Audience.OFFICE, unit, null, kind, subject, occasion, words, link, null, null);
    }

    static Saying toPerson(
            String reader,
            @Nullable UUID unit,
            @Nullable UUID county,
            AlertKind kind,
            UUID subject,
            String occasion,
            Words words,
            Link link) {
        return new Saying(Audience.PERSON, unit, county, kind, subject, occasion, words, link, reader, null);
    }

    Saying causedBy(String person) {
        return new Saying(audience, unit, county, kind, subject, occasion, words, link, reader, person);
    }
}
