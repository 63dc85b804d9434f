package org.duban.meeting.conference;

import java.time.Instant;
import java.util.UUID;

/** The one consent that a request or an agenda item needs (behaviours.md A5). */
public record Consent(UUID postId, String title, String name, Instant at) {}
