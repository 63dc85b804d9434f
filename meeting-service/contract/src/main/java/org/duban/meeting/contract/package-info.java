/** What meeting-service tells the world: topics {@value org.duban.meeting.contract.DirectoryEvent#TOPIC} and {@value org.duban.meeting.contract.MeetingEvent#TOPIC}. */
@NullMarked
package org.duban.meeting.contract;

import org.jspecify.annotations.NullMarked;
