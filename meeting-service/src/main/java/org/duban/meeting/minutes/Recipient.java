package org.duban.meeting.minutes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/** A unit that gets the minutes, and when it confirmed (behaviours.md A8). */
@Table("minutes_recipient")
record Recipient(UUID unitId, @Nullable Instant receivedAt) {}
