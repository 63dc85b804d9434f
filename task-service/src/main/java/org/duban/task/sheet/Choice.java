package org.duban.task.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a sheet is to be read and where it goes.
 *
 * @param planId the plan that rows go to which name none; null for a new one
 * @param title of the new plan
 * @param reportDay of the new plan: day of the month, 1 to 28
 */
record Choice(Layout layout, @Nullable UUID planId, String title, int reportDay) {

    Choice with(Layout layout) {
        return new Choice(layout, planId, title, reportDay);
    }
}
