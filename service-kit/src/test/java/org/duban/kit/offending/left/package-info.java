@NullMarked
package org.duban.kit.offending.left;

import org.jspecify.annotations.NullMarked;
