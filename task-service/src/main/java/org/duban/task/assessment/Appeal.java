package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit says that a line of its score is not right. Each decision gives the appeal as it is afterwards.
 *
 * <pre>
 *   OPEN ── uphold ───▶ UPHELD      a line of its own takes back what was taken
 *   OPEN ── reject ───▶ REJECTED
 *   OPEN ── withdraw ─▶ WITHDRAWN   the unit may appeal once more
 * </pre>
 *
 * @param decision null until there is one
 */
record Appeal(
        UUID id,
        long version,
        UUID lineId,
        YearMonth month,
        UUID unitId,
        @Nullable UUID countyId,
        AppealState state,
        Said appealed,
        @Nullable Decision decision) {

    record Said(OffsetDateTime at, String by, String words) {}

    /** @param restored the points given back; null where the appeal was rejected */
    record Decision(Said said, @Nullable BigDecimal restored) {}

    /**
     * @param appealBy last day on which the month's lines may be appealed against
     * @throws AssessmentRefused where the line is another unit's, counts for the unit, or the time is over
     */
    static Appeal open(UUID id, ScoreLine line, UUID unit, LocalDate appealBy, Said said) {
        if (!unit.equals(line.unitId())) {
            throw AssessmentRefused.onlyOwn();
        }
        if (line.measure().bonus() || line.corrects() != null) {
            throw AssessmentRefused.notAppealable();
        }
        if (said.at().toLocalDate().isAfter(appealBy)) {
            throw AssessmentRefused.appealTooLate(appealBy);
        }
        return new Appeal(id, 1, line.id(), line.month(), unit, line.countyId(), AppealState.OPEN, said, null);
    }

    /**
     * @param restored of the line's points; null for all of them
     * @throws AssessmentRefused where it is decided, or more would be given back than was taken
     */
    Appeal uphold(ScoreLine line, @Nullable BigDecimal restored, Said said) {
        requireOpen();
        BigDecimal given = restored == null ? line.points() : restored;
        if (given.signum() <= 0 || given.compareTo(line.points()) > 0) {
            throw AssessmentRefused.restoresTooMuch(line.points());
        }
        return new Appeal(
                id,
                version + 1,
                lineId,
                month,
                unitId,
                countyId,
                AppealState.UPHELD,
                appealed,
                new Decision(said, given));
    }

    Appeal reject(Said said) {
        requireOpen();
        return new Appeal(
                id,
                version + 1,
                lineId,
                month,
                unitId,
                countyId,
                AppealState.REJECTED,
                appealed,
                new Decision(said, null));
    }

    Appeal withdraw() {
        requireOpen();
        return new Appeal(id, version + 1, lineId, month, unitId, countyId, AppealState.WITHDRAWN, appealed, decision);
    }

    private void requireOpen() {
        if (state != AppealState.OPEN) {
            throw AssessmentRefused.appealDecided();
        }
    }
}
