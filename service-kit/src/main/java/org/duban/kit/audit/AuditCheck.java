package org.duban.kit.audit;

import org.jspecify.annotations.Nullable;

/**
 * What checking the chain found.
 *
 * @param entries how many were checked
 * @param firstBroken number of the first entry that does not follow from the one before; null where the chain holds
 */
public record AuditCheck(long entries, @Nullable Long firstBroken) {

    public boolean holds() {
        return firstBroken == null;
    }
}
