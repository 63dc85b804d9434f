/** Working days, as far as they are known here. */
@NullMarked
package org.duban.meeting.calendar;

import org.jspecify.annotations.NullMarked;
