/** 亮灯: how a report or a task stands today, with the reason in words; the rules for tasks are data, and pure. */
@NullMarked
package org.duban.task.light;

import org.jspecify.annotations.NullMarked;
