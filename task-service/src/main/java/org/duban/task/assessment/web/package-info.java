/** Assessment over HTTP. */
@NullMarked
package org.duban.task.assessment.web;

import org.jspecify.annotations.NullMarked;
