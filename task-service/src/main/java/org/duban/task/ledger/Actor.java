package org.duban.task.ledger;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Whoever does something to a task, as its history names them. */
record Actor(String name, @Nullable UUID unit, @Nullable String unitName) {

    static final Actor SYSTEM = new Actor("系统", null, null);

    static Actor of(Caller caller) {
        return new Actor(caller.name(), caller.unit(), caller.unitName());
    }
}
