package org.duban.task.county;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan that asks counties for reform items of their own.
 *
 * @param least how many each county has to name
 * @param counties how many counties are asked, as far as the caller sees them
 * @param lacking the names of those that have not named enough
 */
public record FeatureCallRow(
        UUID planId, String planTitle, LocalDate dueOn, int least, int counties, List<String> lacking) {}
