package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.kit.time.DayTurn;
import org.duban.notification.calendar.Calendar;
import org.duban.notification.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** Reminds of owed reports when the day turns. */
@Component
class Reminders implements DayTurn {

    private final Obligations obligations;
    private final Alerts alerts;
    private final Calendar calendar;

    Reminders(Obligations obligations, Alerts alerts, Calendar calendar) {
        this.obligations = obligations;
        this.alerts = alerts;
        this.calendar = calendar;
    }

    @Override
    public void turned(LocalDate today) {
        alerts.say(due(today));
    }

    /** What is to be said on the day, said or not. */
    List<Saying> due(LocalDate today) {
        WorkingDays workingDays = calendar.workingDays();
        List<LocalDate> days = List.of(today, today.plusDays(1), today.plusDays(3), today.plusDays(7));
        return obligations.owed(days, today, workingDays.isWorkingDay(today)).stream()
                .flatMap(owed -> saying(owed, today, workingDays).stream())
                .toList();
    }

    /** An obligation heard of only when its day has come is reminded of at once. */
    void heardLate(Obligation owed, LocalDate today) {
        if (owed.dueOn() != null && !owed.dueOn().isAfter(today)) {
            saying(owed, today, calendar.workingDays()).ifPresent(alerts::say);
        }
    }

    private static Optional<Saying> saying(Obligation owed, LocalDate today, WorkingDays workingDays) {
        if (owed.dueOn() == null) {
            return Optional.empty();
        }
        return Reminder.on(today, owed.dueOn(), workingDays)
                .map(reminder -> Saying.toUnit(
                        owed.unitId(),
                        reminder.kind(),
                        owed.reportId(),
                        today.toString(),
                        Phrases.reminder(reminder, owed),
                        new Link(Link.Kind.REPORT, owed.reportId())));
    }
}
