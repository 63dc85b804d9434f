package org.duban.kit.time;

import java.time.LocalDate;

/**
 * What a new business day brings. Beans are called after start and whenever the day has changed, by a jump of the clock too, at
 * most a second late, each in a transaction of its own. Every instance may call: what it does must follow from the state, so that
 * a second call changes nothing. A call that fails is made again.
 */
@FunctionalInterface
public interface DayTurn {

    void turned(LocalDate today);
}
