/** How fast a month of supervision goes at a city's size, beside what the database and the sheet library do on their own. */
@NullMarked
package org.duban.bench.supervision;

import org.jspecify.annotations.NullMarked;
