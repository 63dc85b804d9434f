package org.duban.kit.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows a caller may see; a query's condition is built from it (behaviours.md P21). */
public sealed interface Sight {

    boolean covers(UUID unit, @Nullable UUID county);

    /** The city's own staff. */
    record Everything() implements Sight {
        @Override
        public boolean covers(UUID unit, @Nullable UUID county) {
            return true;
        }
    }

    /** A county's office and staff: the county's rows. */
    record OfCounty(UUID county) implements Sight {
        @Override
        public boolean covers(UUID unit, @Nullable UUID county) {
            return this.county.equals(county);
        }
    }

    /** A unit: its own rows. */
    record OfUnit(UUID unit) implements Sight {
        @Override
        public boolean covers(UUID unit, @Nullable UUID county) {
            return this.unit.equals(unit);
        }
    }
}
