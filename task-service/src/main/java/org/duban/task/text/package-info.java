/** How alike two texts are; knows no business word. */
@NullMarked
package org.duban.task.text;

import org.jspecify.annotations.NullMarked;
