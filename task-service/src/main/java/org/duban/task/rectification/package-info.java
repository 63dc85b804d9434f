/** 整改: a problem that was found is put right, inspected again, closed, and looked at once more later (behaviours.md B10, E3, E4). */
@NullMarked
package org.duban.task.rectification;

import org.jspecify.annotations.NullMarked;
