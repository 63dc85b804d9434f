/** Rectification over HTTP. */
@NullMarked
package org.duban.task.rectification.web;

import org.jspecify.annotations.NullMarked;
