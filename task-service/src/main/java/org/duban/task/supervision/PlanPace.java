package org.duban.task.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.calendar.Cadence;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says about its rounds.
 *
 * @param cadence of its tasks, unless a task says otherwise
 */
record PlanPace(
        UUID id,
        String title,
        @Nullable UUID countyId,
        LocalDate adoptedOn,
        Cadence cadence,
        CutOff cutOff,
        int graceWorkingDays) {}
