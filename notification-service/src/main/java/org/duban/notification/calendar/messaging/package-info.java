/** Hears of the calendar. */
@NullMarked
package org.duban.notification.calendar.messaging;

import org.jspecify.annotations.NullMarked;
