/** Complaints over HTTP: for the public by code, for units and supervisors by sight. */
@NullMarked
package org.duban.task.complaint.web;

import org.jspecify.annotations.NullMarked;
