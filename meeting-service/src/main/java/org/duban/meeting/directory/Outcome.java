package org.duban.meeting.directory;

import java.util.UUID;

/** What putting one row of a sheet into the directory did. */
public record Outcome(UUID id, Kind kind) {

    public enum Kind {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
