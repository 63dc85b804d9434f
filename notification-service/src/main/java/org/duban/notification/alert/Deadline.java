package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day that somebody waits for.
 *
 * @param version of the item it belongs to
 * @param unitId the unit that owes something by it, or that a follow-up is about
 * @param countyId whose supervisors are told of a follow-up; null for the city's
 * @param dueOn null where nothing is waited for any more
 */
record Deadline(
        UUID subjectId,
        long version,
        Kind kind,
        UUID unitId,
        @Nullable UUID countyId,
        String title,
        @Nullable LocalDate dueOn) {

    enum Kind {
        RECTIFICATION_PLAN,
        RECTIFICATION,
        /** For supervisors: a closed item is to be looked at again. */
        FOLLOW_UP,
        COMPLAINT,
        HAND_IN
    }

    Link link() {
        return new Link(
                switch (kind) {
                    case COMPLAINT -> Link.Kind.COMPLAINT;
                    case HAND_IN -> Link.Kind.HAND_IN;
                    case RECTIFICATION_PLAN, RECTIFICATION, FOLLOW_UP -> Link.Kind.RECTIFICATION;
                },
                subjectId);
    }
}
