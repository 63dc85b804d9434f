package org.duban.task.plan.unit;

import org.duban.task.directory.UnitRef;

/**
 * A unit that a name may mean although it is not called so to the letter.
 *
 * @param reason why, in words; the person decides
 */
public record LikelyUnit(UnitRef unit, String reason) {}
