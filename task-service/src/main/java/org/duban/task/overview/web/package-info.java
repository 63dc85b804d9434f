/** The dashboard's numbers over HTTP. */
@NullMarked
package org.duban.task.overview.web;

import org.jspecify.annotations.NullMarked;
