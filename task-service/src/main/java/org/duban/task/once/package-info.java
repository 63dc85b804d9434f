/** What is asked in several places is reported once: which tasks are the same, what one report answers, what that spares (X2, X8). */
@NullMarked
package org.duban.task.once;

import org.jspecify.annotations.NullMarked;
