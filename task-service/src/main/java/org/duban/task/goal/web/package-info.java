/** Yearly goals over HTTP. */
@NullMarked
package org.duban.task.goal.web;

import org.jspecify.annotations.NullMarked;
