/** The monthly bulletin: it drafts itself from the month's facts, people finish it, it is issued and frozen (behaviours.md P15, X4). */
@NullMarked
package org.duban.task.bulletin;

import org.jspecify.annotations.NullMarked;
