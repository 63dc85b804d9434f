/** What people make of a reading before it is adopted: corrections, doubts, and tasks that are cut, joined or added. Knows neither Spring nor storage. */
@NullMarked
package org.duban.task.plan.draft;

import org.jspecify.annotations.NullMarked;
