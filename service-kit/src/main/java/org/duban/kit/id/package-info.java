/** Identifiers. */
@NullMarked
package org.duban.kit.id;

import org.jspecify.annotations.NullMarked;
