/** The business clock, and what happens when its day turns. */
@NullMarked
package org.duban.kit.time;

import org.jspecify.annotations.NullMarked;
