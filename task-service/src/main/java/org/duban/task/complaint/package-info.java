/** 投诉建议: what the public files, who answers it, and how content they are (behaviours.md B7). */
@NullMarked
package org.duban.task.complaint;

import org.jspecify.annotations.NullMarked;
