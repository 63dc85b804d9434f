/** Official documents in the layout of GB/T 9704-2012 as .docx, their numbers and who issues them (behaviours.md P15). */
@NullMarked
package org.duban.task.paper;

import org.jspecify.annotations.NullMarked;
