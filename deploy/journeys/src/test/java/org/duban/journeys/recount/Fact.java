package org.duban.journeys.recount;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event says has happened, as far as it moves a number. */
public sealed interface Fact {

    /** The moment of the business, in Shanghai. */
    LocalDateTime at();

    /** @param county null for the city's own units */
    record Lead(UUID unit, @Nullable UUID county) {}

    record PlanAdopted(LocalDateTime at, UUID plan, String title) implements Fact {}

    /** @param dueOn null for a standing task */
    record TaskGiven(
            LocalDateTime at,
            UUID task,
            UUID plan,
            int ordinal,
            String title,
            @Nullable LocalDate dueOn,
            List<Lead> leads)
            implements Fact {}

    record TaskExtended(LocalDateTime at, UUID task, LocalDate dueOn) implements Fact {}

    record TaskClosed(LocalDateTime at, UUID task, LocalDate closedOn) implements Fact {}

    /**
     * @param dueOn as the event says
     * @param reports how many were asked for, as the event says
     */
    record RoundOpened(LocalDateTime at, UUID round, UUID plan, YearMonth month, LocalDate dueOn, int reports)
            implements Fact {}

    record RoundClosed(LocalDateTime at, UUID round) implements Fact {}

    /** Which unit's report on which task in which round. */
    record Asked(UUID round, UUID task, UUID unit) {}

    /**
     * @param progress 0 to 100
     * @param onTime as the event says
     */
    record ReportHandedIn(LocalDateTime at, Asked report, int progress, boolean onTime) implements Fact {}

    /** @param dueOn by when it is owed again, as the event says */
    record ReportReturned(LocalDateTime at, Asked report, LocalDate dueOn) implements Fact {}

    record ReportAccepted(LocalDateTime at, Asked report) implements Fact {}

    /** @param missed true where its round was closed without it; false where it is owed no more */
    record ReportEnded(LocalDateTime at, Asked report, boolean missed) implements Fact {}

    record LightTurned(LocalDateTime at, UUID task, Light to) implements Fact {}

    /** @param dueOn null where the plan is to name one */
    record RectificationOpened(
            LocalDateTime at, UUID item, @Nullable LocalDate dueOn) implements Fact {}

    /** @param dueOn the last day, as the supervisors agreed to it */
    record RectificationAgreed(LocalDateTime at, UUID item, LocalDate dueOn) implements Fact {}

    /** @param onTime as the event says */
    record RectificationClosed(LocalDateTime at, UUID item, LocalDate closedOn, boolean onTime) implements Fact {}
}
