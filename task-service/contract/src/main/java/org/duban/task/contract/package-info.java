/** What task-service tells the world: topics {@value org.duban.task.contract.TaskEvent#TOPIC} and {@value org.duban.task.contract.CalendarEvent#TOPIC}. */
@NullMarked
package org.duban.task.contract;

import org.jspecify.annotations.NullMarked;
