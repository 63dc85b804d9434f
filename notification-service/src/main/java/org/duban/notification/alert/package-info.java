/** What is owed to whom, and when it is said. */
@NullMarked
package org.duban.notification.alert;

import org.jspecify.annotations.NullMarked;
