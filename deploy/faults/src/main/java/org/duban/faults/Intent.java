package org.duban.faults;

import java.time.Instant;

/**
 * What a caller wanted done, and what it was told in the end.
 *
 * @param action as the audit trail names it
 * @param subject what tells the act from others of its kind: an id, a title or a file name
 * @param said the last answer, shortened
 */
record Intent(String action, String subject, Outcome outcome, Instant from, Instant until, String said) {

    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        /** Nobody ever answered: it may have been done, once. */
        UNCERTAIN
    }

    Act act() {
        return new Act(action, subject);
    }

    /** One kind of thing done to one subject. */
    record Act(String action, String subject) {}
}
