/** Who must be told what, when and how. */
@NullMarked
package org.duban.notification;

import org.jspecify.annotations.NullMarked;
