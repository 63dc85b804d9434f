package org.duban.task.calendar;

/** The calendar that comes with the service, for tests of other features. */
public final class PublishedDays {

    private PublishedDays() {}

    public static WorkingDays ofTheStateCouncil() {
        return StateCouncil.published();
    }
}
