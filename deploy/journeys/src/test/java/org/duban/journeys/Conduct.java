package org.duban.journeys;

/** How a unit deals with one month's report; a year is a word of such signs. */
enum Conduct {
    IN_TIME('按'),
    /** Handed in on the day after its day. */
    LATE('迟'),
    NEVER('缺'),
    /** Returned, and handed in again at once. */
    RETURNED('退'),
    /** Returned at once, and handed in again on the day after its day. */
    RETURNED_THEN_LATE('拖'),
    /** Returned on the day after its day, and handed in again at once. */
    RETURNED_AFTERWARDS('补'),
    /** Returned on the day after its day, and never handed in again. */
    RETURNED_THEN_NEVER('废'),
    /** Handed in three times, as software does that had no answer. */
    RETRIED('重'),
    /** Corrected on the day after its day. */
    CORRECTED('改');

    private final char sign;

    Conduct(char sign) {
        this.sign = sign;
    }

    /** @param month 1 to 12; the word must reach that far, for nobody may be asked who was not expected to be */
    static Conduct of(String year, int month) {
        if (year.length() < month) {
            throw new AssertionError("nothing was to be asked in month " + month + ": " + year);
        }
        for (var conduct : values()) {
            if (conduct.sign == year.charAt(month - 1)) {
                return conduct;
            }
        }
        throw new AssertionError("no such conduct: " + year.charAt(month - 1));
    }

    boolean handsInEarly() {
        return this != LATE && this != NEVER;
    }

    boolean isReturnedEarly() {
        return this == RETURNED || this == RETURNED_THEN_LATE;
    }

    boolean isReturnedAfterwards() {
        return this == RETURNED_AFTERWARDS || this == RETURNED_THEN_NEVER;
    }

    boolean handsInAfterwards() {
        return this == LATE || this == RETURNED_THEN_LATE || this == RETURNED_AFTERWARDS || this == CORRECTED;
    }
}
