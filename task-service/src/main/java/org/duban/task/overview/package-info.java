/** What the dashboard reads: one month's numbers, each of which is the count of rows that can be listed. */
@NullMarked
package org.duban.task.overview;

import org.jspecify.annotations.NullMarked;
