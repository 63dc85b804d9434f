package org.duban.task.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.duban.task.calendar.Period;

/** Told inside the transaction in which a round asks for reports, when it is opened and when its plan was amended. */
public record RoundAsks(UUID round, UUID plan, Period period, LocalDate dueOn) {}
