/** Hears of tasks and meetings. */
@NullMarked
package org.duban.notification.alert.messaging;

import org.jspecify.annotations.NullMarked;
