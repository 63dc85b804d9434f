/** A trail of what was done that cannot be changed unnoticed. */
@NullMarked
package org.duban.kit.audit;

import org.jspecify.annotations.NullMarked;
