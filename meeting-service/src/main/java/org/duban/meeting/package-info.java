/** Meetings and the directory: who the units are, who speaks for them, what they resolve together. */
@NullMarked
package org.duban.meeting;

import org.jspecify.annotations.NullMarked;
