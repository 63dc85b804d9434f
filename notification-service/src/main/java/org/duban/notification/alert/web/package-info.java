/** Alerts over HTTP. */
@NullMarked
package org.duban.notification.alert.web;

import org.jspecify.annotations.NullMarked;
