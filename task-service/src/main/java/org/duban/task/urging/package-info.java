/** Presses units that owe something, step by step: reminder, notices, bulletin, talk (behaviours.md P9). */
@NullMarked
package org.duban.task.urging;

import org.jspecify.annotations.NullMarked;
