/** Questions to the database that are put together as they are asked. */
@NullMarked
package org.duban.task.query;

import org.jspecify.annotations.NullMarked;
