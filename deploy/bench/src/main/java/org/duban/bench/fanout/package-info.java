/** From one event to the alerts of thousands of units, and what an open page costs. */
@NullMarked
package org.duban.bench.fanout;

import org.jspecify.annotations.NullMarked;
