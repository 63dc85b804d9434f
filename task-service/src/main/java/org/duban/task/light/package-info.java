/** 亮灯: how a report or a task stands today, with the reason in words. */
@NullMarked
package org.duban.task.light;

import org.jspecify.annotations.NullMarked;
