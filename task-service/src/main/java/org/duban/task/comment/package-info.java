/** What is said about a task beside its reports, who is addressed by it, and who watches the task (behaviours.md P12). */
@NullMarked
package org.duban.task.comment;

import org.jspecify.annotations.NullMarked;
