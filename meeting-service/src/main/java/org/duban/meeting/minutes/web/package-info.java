/** Minutes over HTTP. */
@NullMarked
package org.duban.meeting.minutes.web;

import org.jspecify.annotations.NullMarked;
