/** Rounds and reports over HTTP. */
@NullMarked
package org.duban.task.supervision.web;

import org.jspecify.annotations.NullMarked;
