/** A newer version of a document beside the plan in the ledger and beside the earlier review. */
@NullMarked
package org.duban.task.plan.version;

import org.jspecify.annotations.NullMarked;
