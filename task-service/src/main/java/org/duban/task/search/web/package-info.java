/** The search over HTTP. */
@NullMarked
package org.duban.task.search.web;

import org.jspecify.annotations.NullMarked;
