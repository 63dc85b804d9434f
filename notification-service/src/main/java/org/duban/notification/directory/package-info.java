/** A copy of what is needed of the directory: units' names, and whom to write to. */
@NullMarked
package org.duban.notification.directory;

import org.jspecify.annotations.NullMarked;
