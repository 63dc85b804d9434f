/** The ledger as a workbook: read under review and adopted, written out and read back (behaviours.md P4). */
@NullMarked
package org.duban.task.sheet;

import org.jspecify.annotations.NullMarked;
