/** Figures of Duban's plumbing beside others', each in one run on one machine. */
@NullMarked
package org.duban.bench;

import org.jspecify.annotations.NullMarked;
