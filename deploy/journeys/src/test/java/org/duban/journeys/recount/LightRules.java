package org.duban.journeys.recount;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lights a task (behaviours.md P8): of the rules that are met the gravest does; where none is, it is green. */
public record LightRules(List<Rule> rules) {

    public enum When {
        OVERDUE,
        REPORT_OVERDUE,
        BEHIND,
        NOT_STARTED,
        RETURNED,
        DUE_WITHIN,
        DONE_LATE
    }

    /** @param number days, points or months, as the condition counts; ignored by RETURNED */
    public record Rule(Light light, When when, int number) {}

    /**
     * A task at the end of a day.
     *
     * @param dueOn null for a standing task
     * @param closedOn null while it is open
     * @param scheduled 0 to 100; null where nothing says how far it should be
     * @param reportDueOn the earliest day of a report that is owed on it; null where none is
     * @param reportReturned whether one of these was returned
     */
    public record Standing(
            LocalDate givenOn,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate closedOn,
            int progress,
            @Nullable Integer scheduled,
            @Nullable LocalDate reportDueOn,
            boolean reportReturned) {}

    /** As offices usually have it: blue near the day, yellow 10 points behind or not begun in a month, red past it or 31 behind. */
    public static final LightRules USUAL = new LightRules(List.of(
            new Rule(Light.RED, When.OVERDUE, 0),
            new Rule(Light.RED, When.REPORT_OVERDUE, 0),
            new Rule(Light.RED, When.BEHIND, 31),
            new Rule(Light.YELLOW, When.BEHIND, 10),
            new Rule(Light.YELLOW, When.NOT_STARTED, 1),
            new Rule(Light.YELLOW, When.RETURNED, 0),
            new Rule(Light.YELLOW, When.DUE_WITHIN, 3),
            new Rule(Light.BLUE, When.DUE_WITHIN, 7),
            new Rule(Light.DONE_LATE, When.DONE_LATE, 0)));

    public Light of(Standing task, LocalDate today) {
        return rules.stream()
                .filter(rule -> met(rule, task, today))
                .map(Rule::light)
                .max(Comparator.naturalOrder())
                .orElse(Light.GREEN);
    }

    private static boolean met(Rule rule, Standing task, LocalDate today) {
        LocalDate dueOn = task.dueOn();
        LocalDate closedOn = task.closedOn();
        if (closedOn != null) {
            return rule.when == When.DONE_LATE && dueOn != null && DAYS.between(dueOn, closedOn) > rule.number;
        }
        return switch (rule.when) {
            case OVERDUE -> dueOn != null && DAYS.between(dueOn, today) > rule.number;
            case REPORT_OVERDUE -> task.reportDueOn() != null && DAYS.between(task.reportDueOn(), today) > rule.number;
            case BEHIND -> task.scheduled() != null && task.scheduled() - task.progress() >= rule.number;
            case NOT_STARTED -> task.progress() == 0 && MONTHS.between(task.givenOn(), today) >= rule.number;
            case RETURNED -> task.reportReturned();
            case DUE_WITHIN -> dueOn != null && !today.isAfter(dueOn) && DAYS.between(today, dueOn) <= rule.number;
            case DONE_LATE -> false;
        };
    }
}
