/** A document becomes a reviewed reading, then a plan in the ledger. */
@NullMarked
package org.duban.task.plan;

import org.jspecify.annotations.NullMarked;
