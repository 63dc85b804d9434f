/** Search over tasks, resolutions of minutes and reports by words of two characters and more (behaviours.md P3). */
@NullMarked
package org.duban.task.search;

import org.jspecify.annotations.NullMarked;
