/** What the doors of several features have alike. */
@NullMarked
package org.duban.task.web;

import org.jspecify.annotations.NullMarked;
