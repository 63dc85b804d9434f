/** Hand-ins over HTTP. */
@NullMarked
package org.duban.task.handin.web;

import org.jspecify.annotations.NullMarked;
