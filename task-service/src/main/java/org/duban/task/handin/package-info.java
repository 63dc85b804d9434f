/** 报送材料: what every unit, or every lead unit each year, has to hand in by a day. */
@NullMarked
package org.duban.task.handin;

import org.jspecify.annotations.NullMarked;
