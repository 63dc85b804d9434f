/** Hears of the directory. */
@NullMarked
package org.duban.notification.directory.messaging;

import org.jspecify.annotations.NullMarked;
