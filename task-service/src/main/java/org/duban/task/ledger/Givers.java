package org.duban.task.ledger;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides on a piece as the one that gave it: that unit, and the office of its county. */
@Component
public class Givers {
    private final Units units;

    Givers(Units units) {
        this.units = units;
    }

    /** @param giver null where it is no piece */
    public boolean speaksFor(@Nullable UUID giver, Caller caller) {
        if (giver == null) {
            return false;
        }
        UUID county = Acting.office(caller);
        return giver.equals(caller.unit())
                || county != null
                        && units.find(giver)
                                .map(KnownUnit::countyId)
                                .filter(county::equals)
                                .isPresent();
    }
}
