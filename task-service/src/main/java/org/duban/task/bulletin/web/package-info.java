/** Bulletins over HTTP. */
@NullMarked
package org.duban.task.bulletin.web;

import org.jspecify.annotations.NullMarked;
