package org.duban.journeys.recount;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.duban.journeys.recount.Fact.Lead;
import org.duban.journeys.recount.Fact.TaskGiven;
import org.jspecify.annotations.Nullable;

/** One task as the events have brought it. */
final class TaskBook {

    private record Told(YearMonth month, int progress) {}

    private final TaskGiven given;
    private final Map<UUID, Told> told = new HashMap<>();
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate closedOn;
    private @Nullable Light toldLight;

    TaskBook(TaskGiven given) {
        this.given = given;
        dueOn = given.dueOn();
    }

    void extendedTo(LocalDate day) {
        dueOn = day;
    }

    void closed(LocalDate on) {
        closedOn = on;
    }

    /** A report of a month gone by does not turn the progress back that a later one told. */
    void reported(UUID unit, YearMonth month, int progress) {
        told.merge(unit, new Told(month, progress), (known, now) -> now.month.isBefore(known.month) ? known : now);
    }

    void turned(Light light) {
        toldLight = light;
    }

    TaskGiven given() {
        return given;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    boolean open() {
        return closedOn == null;
    }

    @Nullable
    Light toldLight() {
        return toldLight;
    }

    /** @return null where nobody has reported on it */
    @Nullable
    YearMonth lastReport() {
        return told.values().stream().map(Told::month).max(YearMonth::compareTo).orElse(null);
    }

    int progress(UUID unit) {
        Told last = told.get(unit);
        return open() ? last == null ? 0 : last.progress : 100;
    }

    /** The mean of its lead units; all of it once it is closed. */
    int progress() {
        int sum =
                given.leads().stream().map(Lead::unit).mapToInt(this::progress).sum();
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(given.leads().size()), 0, RoundingMode.HALF_UP)
                .intValue();
    }

    /** 序时进度: in a straight line from nothing on the day it was given to all of it on its last day. */
    @Nullable
    Integer scheduled(LocalDate today) {
        if (!open() || dueOn == null) {
            return null;
        }
        LocalDate from = given.at().toLocalDate();
        long passed = Math.max(0, DAYS.between(from, today));
        long all = DAYS.between(from, dueOn);
        return passed >= all ? 100 : (int) (100 * passed / all);
    }
}
