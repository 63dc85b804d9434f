package org.duban.task.rectification;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which unit a list means by a name: its full name, short name or another name of it, never a guess. */
@Component
public class UnitsByName {

    /** What a name stands for; more than one unit where only the full name tells. */
    public record Named(List<KnownUnit> units) {

        public @Nullable UUID only() {
            return units.size() == 1 ? units.getFirst().id() : null;
        }
    }

    private final Units units;

    UnitsByName(Units units) {
        this.units = units;
    }

    /** @return for each name that some unit within the caller's sight has, those units */
    public Map<String, Named> of(Caller caller) {
        Map<String, List<KnownUnit>> byName = new HashMap<>();
        for (KnownUnit unit : units.registered()) {
            if (!(caller.sight() instanceof Sight.OfCounty(var county)) || county.equals(unit.countyId())) {
                Stream.concat(Stream.of(unit.name(), unit.shortName()), unit.aliases().stream())
                        .map(UnitsByName::plain)
                        .distinct()
                        .forEach(name -> byName.computeIfAbsent(name, it -> new ArrayList<>())
                                .add(unit));
            }
        }
        Map<String, Named> named = new HashMap<>();
        byName.forEach((name, found) -> named.put(name, new Named(List.copyOf(found))));
        return named;
    }

    /** Width and blanks make no difference. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
