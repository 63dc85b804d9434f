package org.duban.task.ledger;

import java.util.UUID;

/**
 * What makes a task a piece of another (behaviours.md P6).
 *
 * @param givenBy the lead unit of the parent whose part it is a piece of
 * @param weight 1 to 100: what it counts beside the other pieces of that part
 * @param depth 1 for a piece of a plan's own task
 */
record Piece(UUID parentId, UUID givenBy, int weight, int depth) {
    /** A plan's task, its pieces, and theirs. */
    static final int DEEPEST = 2;

    Piece givenBy(UUID unit) {
        return new Piece(parentId, unit, weight, depth);
    }
}
