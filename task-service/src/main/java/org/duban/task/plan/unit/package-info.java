/** Which unit of the directory the words of a document mean, as far as letters, people's earlier answers and duties tell. Knows no drafts. */
@NullMarked
package org.duban.task.plan.unit;

import org.jspecify.annotations.NullMarked;
