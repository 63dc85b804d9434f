/** Views of the ledger that people keep under a name and share (behaviours.md P2). */
@NullMarked
package org.duban.task.view;

import org.jspecify.annotations.NullMarked;
