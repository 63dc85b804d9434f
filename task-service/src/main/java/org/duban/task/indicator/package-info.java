/** What plans want to reach, measured by period, unit and county, against its target (behaviours.md B5, D7, X5, X8). */
@NullMarked
package org.duban.task.indicator;

import org.jspecify.annotations.NullMarked;
