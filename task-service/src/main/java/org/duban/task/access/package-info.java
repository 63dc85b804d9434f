/** Who may do what, for the features that ask it alike. */
@NullMarked
package org.duban.task.access;

import org.jspecify.annotations.NullMarked;
