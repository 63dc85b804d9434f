/** Hearing other services: an event has its effect once, however often it arrives. */
@NullMarked
package org.duban.kit.inbox;

import org.jspecify.annotations.NullMarked;
