/** The directory as it arrives. */
@NullMarked
package org.duban.task.directory.messaging;

import org.jspecify.annotations.NullMarked;
