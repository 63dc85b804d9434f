/** Black-box stories through the gateway: the system runs as its users run it, and only its API and its page are touched. */
@NullMarked
package org.duban.journeys;

import org.jspecify.annotations.NullMarked;
