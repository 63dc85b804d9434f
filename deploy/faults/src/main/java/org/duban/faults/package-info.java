/** Real services under seeded faults, and a checker that sees what was lost or done twice. */
@NullMarked
package org.duban.faults;

import org.jspecify.annotations.NullMarked;
