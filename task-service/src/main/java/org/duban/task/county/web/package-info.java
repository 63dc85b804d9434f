/** Counties over HTTP. */
@NullMarked
package org.duban.task.county.web;

import org.jspecify.annotations.NullMarked;
