/** The directory as a sheet: read in, tried out, written out. */
@NullMarked
package org.duban.meeting.directory.sheet;

import org.jspecify.annotations.NullMarked;
