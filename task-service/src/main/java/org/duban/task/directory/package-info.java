/** A copy of the units that duban.directory tells of. */
@NullMarked
package org.duban.task.directory;

import org.jspecify.annotations.NullMarked;
