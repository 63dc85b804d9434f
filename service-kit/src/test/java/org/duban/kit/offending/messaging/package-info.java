@NullMarked
package org.duban.kit.offending.messaging;

import org.jspecify.annotations.NullMarked;
