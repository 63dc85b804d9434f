/** Readings over HTTP. */
@NullMarked
package org.duban.task.plan.web;

import org.jspecify.annotations.NullMarked;
