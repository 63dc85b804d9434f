package org.duban.task.county;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A city's plan asks each county for reform items of its own (一县一特色).
 *
 * @param least how many each county has to name, 1 to 20
 */
record FeatureCall(UUID planId, LocalDate dueOn, int least, long version) {}
