/** Meetings over HTTP. */
@NullMarked
package org.duban.meeting.conference.web;

import org.jspecify.annotations.NullMarked;
