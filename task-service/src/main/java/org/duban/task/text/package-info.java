/** Words without a business: how alike two texts are, how a day is written. */
@NullMarked
package org.duban.task.text;

import org.jspecify.annotations.NullMarked;
