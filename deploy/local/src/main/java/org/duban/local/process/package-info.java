/** Processes that outlive the launcher, and the ports they listen on. */
@NullMarked
package org.duban.local.process;

import org.jspecify.annotations.NullMarked;
