/**
 * 佐证材料: files that prove what a report, a completion or a rectification says (behaviours.md P11), kept in a folder beside the
 * database and shown to whoever sees what they prove.
 */
@NullMarked
package org.duban.task.evidence;

import org.jspecify.annotations.NullMarked;
