/** Telling other services: an event is written with the change that makes it true and leaves by the relay. */
@NullMarked
package org.duban.kit.event;

import org.jspecify.annotations.NullMarked;
