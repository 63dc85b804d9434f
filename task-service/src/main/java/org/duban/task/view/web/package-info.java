/** Saved views over HTTP. */
@NullMarked
package org.duban.task.view.web;

import org.jspecify.annotations.NullMarked;
