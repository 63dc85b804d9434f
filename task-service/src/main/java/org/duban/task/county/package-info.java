/** What every county makes of the city's tasks, and what each adds of its own (behaviours.md D3, D6). */
@NullMarked
package org.duban.task.county;

import org.jspecify.annotations.NullMarked;
