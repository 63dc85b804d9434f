/** Counties, units, posts and who holds them, mechanisms: the directory every other service copies. */
@NullMarked
package org.duban.meeting.directory;

import org.jspecify.annotations.NullMarked;
