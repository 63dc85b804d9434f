package org.duban.task.supervision;

import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.OnDayOff;

/**
 * How a plan is supervised (behaviours.md D2), as its supervisor sets it.
 *
 * @param cadence of its tasks, unless a task says otherwise
 * @param weekday 1 (Monday) to 7: the day of a week by which reports are due
 * @param monthDay 1 to 31: the day of a month; a month that ends before it has its last day
 * @param quarterDay 1 to 31: the day of a quarter's last month
 * @param signOff whether the head of the unit signs each report off before it leaves the unit (behaviours.md P10)
 * @param cooperators whether cooperating units owe reports of their own beside the lead units (behaviours.md B2)
 * @param graceWorkingDays for how many working days after that a round still takes reports
 */
public record RoundRules(
        Cadence cadence,
        int weekday,
        int monthDay,
        int quarterDay,
        OnDayOff onDayOff,
        int graceWorkingDays,
        boolean signOff,
        Cooperators cooperators) {}
