@NullMarked
package org.duban.kit.offending.right;

import org.jspecify.annotations.NullMarked;
