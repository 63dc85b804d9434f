/** Who is calling, and which rows they may see. */
@NullMarked
package org.duban.kit.security;

import org.jspecify.annotations.NullMarked;
