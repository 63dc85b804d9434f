/** Notices and the rules of escalation over HTTP. */
@NullMarked
package org.duban.task.urging.web;

import org.jspecify.annotations.NullMarked;
