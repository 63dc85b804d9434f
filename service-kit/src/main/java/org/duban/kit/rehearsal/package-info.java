/** What a fault run breaks on purpose; does nothing elsewhere. */
@NullMarked
package org.duban.kit.rehearsal;

import org.jspecify.annotations.NullMarked;
