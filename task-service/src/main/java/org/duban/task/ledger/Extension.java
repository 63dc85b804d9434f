package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lead unit's request for a later day (behaviours.md P7).
 *
 * <pre>
 *   OPEN ── the plan's supervisor agrees ────▶ GRANTED    perhaps to another day than the one wanted
 *   OPEN ── the plan's supervisor disagrees ─▶ REFUSED
 *   OPEN ── the unit takes it back ──────────▶ WITHDRAWN
 *   OPEN ── the task is suspended or closed ─▶ LAPSED
 * </pre>
 *
 * @param dueOn the task's last day when it was asked for
 * @param grantedOn the task's last day from then on; null where it was not granted
 */
record Extension(
        UUID id,
        UUID taskId,
        UUID unitId,
        @Nullable UUID countyId,
        LocalDate dueOn,
        LocalDate wantedOn,
        String reason,
        OffsetDateTime requestedAt,
        String requestedBy,
        State state,
        @Nullable LocalDate grantedOn,
        @Nullable String opinion,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedBy) {

    enum State {
        OPEN,
        GRANTED,
        REFUSED,
        WITHDRAWN,
        LAPSED
    }

    Extension granted(LocalDate day, @Nullable String opinion, String by, OffsetDateTime at) {
        return decided(State.GRANTED, day, opinion, by, at);
    }

    Extension refused(String opinion, String by, OffsetDateTime at) {
        return decided(State.REFUSED, null, opinion, by, at);
    }

    Extension withdrawn(String by, OffsetDateTime at) {
        return decided(State.WITHDRAWN, null, null, by, at);
    }

    private Extension decided(
            State state, @Nullable LocalDate day, @Nullable String opinion, String by, OffsetDateTime at) {
        if (this.state != State.OPEN) {
            throw TaskRefused.extensionDecided();
        }
        return new Extension(
                id,
                taskId,
                unitId,
                countyId,
                dueOn,
                wantedOn,
                reason,
                requestedAt,
                requestedBy,
                state,
                day,
                opinion,
                at,
                by);
    }
}
