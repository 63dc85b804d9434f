/** 督导调度: each month a round asks the lead units of every open task for a report, which is reviewed and counted. */
@NullMarked
package org.duban.task.supervision;

import org.jspecify.annotations.NullMarked;
