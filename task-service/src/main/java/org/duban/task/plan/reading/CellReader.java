package org.duban.task.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a single cell of a ledger says, in the manners that documents have. */
public final class CellReader {
    private final WorkingDays workingDays;

    public CellReader(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /**
     * The last day that a 时限 cell gives: 2026年6月底前, 三季度, 3月至9月.
     *
     * @param today what the words leave unsaid is taken from it
     */
    public Optional<LocalDate> lastDay(String words, LocalDate today) {
        return DueDays.within(passage(words), new Moment(today, null, workingDays))
                .map(DueDays.Due::on);
    }

    /** Every target with a number. */
    public List<Reading.Indicator> indicators(String words) {
        return Indicators.in(passage(words));
    }

    private static Passage passage(String words) {
        return Passage.of(words, 0, words.length());
    }
}
