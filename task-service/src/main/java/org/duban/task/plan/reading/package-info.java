/** Reads the text of a plan document into what a careful secretary would enter in the ledger. Knows neither Spring nor storage. */
@NullMarked
package org.duban.task.plan.reading;

import org.jspecify.annotations.NullMarked;
