/** Workbooks over HTTP. */
@NullMarked
package org.duban.task.sheet.web;

import org.jspecify.annotations.NullMarked;
