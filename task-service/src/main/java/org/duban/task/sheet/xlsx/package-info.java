/** Workbooks as files: what their cells show, and how they are written. It knows nothing of tasks. */
@NullMarked
package org.duban.task.sheet.xlsx;

import org.jspecify.annotations.NullMarked;
