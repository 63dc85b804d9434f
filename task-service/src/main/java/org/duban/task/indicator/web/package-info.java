/** Indicators over HTTP. */
@NullMarked
package org.duban.task.indicator.web;

import org.jspecify.annotations.NullMarked;
