package org.duban.task.supervision;

import java.util.List;
import java.util.UUID;

/** Which of the reports that a round asks for are asked for in one step. */
record Asks(String narrowing, List<UUID> of) {
    static Asks of(List<UUID> units) {
        return new Asks("and u.unit_id = any(:of)", units);
    }

    /** @param tasks empty for all */
    static Asks only(List<UUID> tasks) {
        return new Asks(tasks.isEmpty() ? "" : "and t.id = any(:of)", tasks);
    }
}
