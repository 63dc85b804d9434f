/** Comments and watching over HTTP. */
@NullMarked
package org.duban.task.comment.web;

import org.jspecify.annotations.NullMarked;
