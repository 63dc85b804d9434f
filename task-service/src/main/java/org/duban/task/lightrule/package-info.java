/** Rules of lights as their owners keep them: shown, tried on days gone by, adopted from a day on (behaviours.md P8, X6). */
@NullMarked
package org.duban.task.lightrule;

import org.jspecify.annotations.NullMarked;
