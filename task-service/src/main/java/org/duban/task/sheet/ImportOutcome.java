package org.duban.task.sheet;

import java.util.List;
import java.util.UUID;

/**
 * What an adoption does, or would do.
 *
 * @param dryRun true where nothing was written
 * @param errors rows that stay out
 * @param plans the plans that tasks came into or changed in; without the new one where nothing was written
 */
public record ImportOutcome(
        boolean dryRun, int created, int updated, int unchanged, int errors, int skipped, List<UUID> plans) {}
