/** Which days are worked: the State Council's arrangement of each year, weekends alone where it is not yet published. */
@NullMarked
package org.duban.task.calendar;

import org.jspecify.annotations.NullMarked;
