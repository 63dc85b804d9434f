/** Filling in once, over HTTP. */
@NullMarked
package org.duban.task.once.web;

import org.jspecify.annotations.NullMarked;
