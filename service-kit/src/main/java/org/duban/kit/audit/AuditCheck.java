package org.duban.kit.audit;

import org.jspecify.annotations.Nullable;

/**
 * What checking the chains found.
 *
 * @param entries how many follow from the one before
 * @param firstBroken the first that does not; null where all chains hold
 */
public record AuditCheck(long entries, @Nullable Place firstBroken) {

    /** @param number within its chain, from 1 */
    public record Place(int strand, long number) {}

    public boolean holds() {
        return firstBroken == null;
    }
}
