package org.duban.task.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which units somebody may give work to. */
@Component
class Reach {
    private final Units units;

    Reach(Units units) {
        this.units = units;
    }

    /**
     * A county gives work to its own units only.
     *
     * @param county null for the city
     */
    void require(TaskContent content, @Nullable UUID county) {
        require(content, unit -> county == null || county.equals(unit.countyId()));
    }

    /** A city's unit gives pieces to counties' units too, a county's to those of its county. */
    void requirePiece(TaskContent content, Task whole, UUID giver) {
        UUID county = whole.partOf(giver).map(Part::countyId).orElse(null);
        require(
                content,
                unit -> unit.id().equals(giver)
                        || whole.partOf(unit.id()).isPresent()
                        || (county == null ? unit.countyId() != null : county.equals(unit.countyId())));
    }

    private void require(TaskContent content, Predicate<UnitRef> reached) {
        List<UUID> named = Stream.of(content.leads(), content.cooperators())
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<UUID, UnitRef> known = units.refs(named);
        if (!named.stream().allMatch(unit -> known.containsKey(unit) && reached.test(known.get(unit)))) {
            throw TaskRefused.unitOutOfReach();
        }
    }
}
