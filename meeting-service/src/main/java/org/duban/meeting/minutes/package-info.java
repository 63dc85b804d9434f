/** What a meeting resolved, issued to the units that must act. */
@NullMarked
package org.duban.meeting.minutes;

import org.jspecify.annotations.NullMarked;
