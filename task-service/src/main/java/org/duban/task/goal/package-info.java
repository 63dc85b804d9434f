/** What each unit wants to reach in a year, and what became of it (behaviours.md D5). */
@NullMarked
package org.duban.task.goal;

import org.jspecify.annotations.NullMarked;
