/** The working-day calendar over HTTP. */
@NullMarked
package org.duban.task.calendar.web;

import org.jspecify.annotations.NullMarked;
