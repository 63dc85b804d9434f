package org.duban.notification.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.duban.kit.time.DayTurn;
import org.duban.notification.calendar.Calendar;
import org.duban.notification.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/**
 * Reminds of rectifications, complaints and hand-ins when the day turns: units as of reports, supervisors of a follow-up a week ahead, on
 * its day, and each week after.
 */
@Component
class DeadlineReminders implements DayTurn {

    private static final int WEEK = 7;

    private final Deadlines deadlines;
    private final Alerts alerts;
    private final Calendar calendar;
    private final Clock clock;

    DeadlineReminders(Deadlines deadlines, Alerts alerts, Calendar calendar, Clock clock) {
        this.deadlines = deadlines;
        this.alerts = alerts;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void turned(LocalDate today) {
        WorkingDays workingDays = calendar.workingDays();
        List<LocalDate> days = List.of(today, today.plusDays(1), today.plusDays(3), today.plusDays(7));
        alerts.say(deadlines.waitedFor(days, today).stream()
                .flatMap(deadline -> saying(deadline, today, workingDays).stream())
                .toList());
    }

    /** What is heard of only when its day has come is reminded of at once. */
    void heard(Deadline deadline) {
        LocalDate today = LocalDate.now(clock);
        if (deadline.dueOn() != null && !deadline.dueOn().isAfter(today)) {
            saying(deadline, today, calendar.workingDays()).ifPresent(alerts::say);
        }
    }

    static Optional<Saying> saying(Deadline deadline, LocalDate today, WorkingDays workingDays) {
        LocalDate dueOn = deadline.dueOn();
        if (dueOn == null) {
            return Optional.empty();
        }
        return deadline.kind() == Deadline.Kind.FOLLOW_UP
                ? followUp(deadline, dueOn, today)
                : Reminder.on(today, dueOn, workingDays)
                        .map(reminder -> Saying.toUnit(
                                deadline.unitId(),
                                kind(deadline, reminder),
                                deadline.subjectId(),
                                today.toString(),
                                ItemPhrases.reminder(deadline, dueOn, reminder.days()),
                                deadline.link()));
    }

    private static Optional<Saying> followUp(Deadline deadline, LocalDate dueOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        return days > WEEK || days % WEEK != 0
                ? Optional.empty()
                : Optional.of(Saying.toStaff(
                        deadline.unitId(),
                        deadline.countyId(),
                        AlertKind.RECTIFICATION_FOLLOW_UP,
                        deadline.subjectId(),
                        today.toString(),
                        ItemPhrases.followUp(deadline, dueOn, days),
                        deadline.link()));
    }

    private static AlertKind kind(Deadline deadline, Reminder reminder) {
        boolean late = reminder.days() < 0;
        return switch (deadline.kind()) {
            case COMPLAINT -> late ? AlertKind.COMPLAINT_OVERDUE : AlertKind.COMPLAINT_DUE;
            case HAND_IN -> late ? AlertKind.HAND_IN_OVERDUE : AlertKind.HAND_IN_DUE;
            case RECTIFICATION_PLAN, RECTIFICATION, FOLLOW_UP ->
                late ? AlertKind.RECTIFICATION_OVERDUE : AlertKind.RECTIFICATION_DUE;
        };
    }
}
