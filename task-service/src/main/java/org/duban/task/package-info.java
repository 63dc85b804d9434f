/** Plans, their ledger and its supervision. */
@NullMarked
package org.duban.task;

import org.jspecify.annotations.NullMarked;
