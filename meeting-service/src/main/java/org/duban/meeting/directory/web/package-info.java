/** The directory over HTTP. */
@NullMarked
package org.duban.meeting.directory.web;

import org.jspecify.annotations.NullMarked;
