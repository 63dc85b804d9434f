/** A meeting from its request to its attendance. */
@NullMarked
package org.duban.meeting.conference;

import org.jspecify.annotations.NullMarked;
