package org.duban.meeting.conference;

import org.jspecify.annotations.Nullable;

/**
 * A unit's answer to an invitation.
 *
 * @param deputyName who comes instead, for {@link Reply#DEPUTY} only
 * @param reason why nobody comes, or why a deputy
 */
public record Answer(
        Reply reply, @Nullable String deputyName, @Nullable String reason) {

    public Answer {
        deputyName = blankToNull(deputyName);
        reason = blankToNull(reason);
        if (reply == Reply.DEPUTY && deputyName == null) {
            throw MeetingRefused.deputyUnnamed();
        }
        if (reply == Reply.ABSENT && reason == null) {
            throw MeetingRefused.absenceWithoutReason();
        }
        if (reply != Reply.DEPUTY) {
            deputyName = null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
