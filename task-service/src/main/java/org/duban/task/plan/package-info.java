/**
 * A document becomes a reviewed reading, then a plan in the ledger. The file becomes text in {@code document}, the text a reading in
 * {@code reading}, which people correct as a {@code draft}; {@code unit} tells whom its names mean, {@code version} what an earlier
 * plan has to do with it. Here the review is kept, shown and adopted.
 */
@NullMarked
package org.duban.task.plan;

import org.jspecify.annotations.NullMarked;
