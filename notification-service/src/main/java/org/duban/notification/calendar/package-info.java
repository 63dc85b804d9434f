/** A copy of the working-day calendar. */
@NullMarked
package org.duban.notification.calendar;

import org.jspecify.annotations.NullMarked;
