/** What each unit has earned in a month, by rules that are data, and why (behaviours.md P16). */
@NullMarked
package org.duban.task.assessment;

import org.jspecify.annotations.NullMarked;
