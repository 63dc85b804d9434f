/** Issued minutes, whose resolutions become tasks. */
@NullMarked
package org.duban.task.ledger.messaging;

import org.jspecify.annotations.NullMarked;
