/** File formats become plain text, or are refused with a reason; hostile files are bounded. */
@NullMarked
package org.duban.task.plan.document;

import org.jspecify.annotations.NullMarked;
