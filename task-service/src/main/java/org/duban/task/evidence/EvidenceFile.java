package org.duban.task.evidence;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file as it is shown.
 *
 * @param name with the ending of what it is
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal
 */
public record EvidenceFile(
        UUID id,
        String name,
        EvidenceType type,
        long size,
        String sha256,
        OffsetDateTime uploadedAt,
        String uploadedBy) {}
