package org.duban.task.evidence;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The files that a unit handed in at one time.
 *
 * @param current false where it has handed in anew since
 */
public record EvidenceSubmission(
        UUID unitId, OffsetDateTime at, String by, boolean current, List<EvidenceFile> files) {}
