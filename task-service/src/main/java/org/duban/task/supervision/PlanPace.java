package org.duban.task.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a plan says about its rounds. */
record PlanPace(
        UUID id, String title, @Nullable UUID countyId, LocalDate adoptedOn, int reportDay, int graceWorkingDays) {}
