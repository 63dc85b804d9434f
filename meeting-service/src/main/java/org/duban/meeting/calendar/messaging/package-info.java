/** Learns the calendar from task-service. */
@NullMarked
package org.duban.meeting.calendar.messaging;

import org.jspecify.annotations.NullMarked;
