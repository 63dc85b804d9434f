/** Adopted plans, their tasks and each unit's part in them, from assigned to closed. */
@NullMarked
package org.duban.task.ledger;

import org.jspecify.annotations.NullMarked;
