package org.duban.task.plan.unit;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * Which unit each name means (behaviours.md B4). A name that a person has matched before means that unit; else it must
 * be a unit's short name, full name or alias to the letter, the county's own before the city's. It is never guessed.
 */
public final class UnitNames {
    private static final int CANDIDATES = 5;

    public enum Match {
        MATCHED,
        UNKNOWN,
        AMBIGUOUS
    }

    /**
     * @param unit the one that is meant
     * @param candidates those it may be, for a person to choose from
     * @param occurrences in how many tasks it stands
     */
    public record NamedUnit(
            String name, Match state, @Nullable UnitRef unit, List<UnitRef> candidates, int occurrences) {}

    private final Map<String, NamedUnit> named = new LinkedHashMap<>();

    /**
     * @param names as tasks name them, each as often as there are tasks that do
     * @param nameable the county's units and the city's
     * @param learned what people have matched before, by name
     */
    public UnitNames(Collection<String> names, Collection<KnownUnit> nameable, Map<String, UUID> learned) {
        Map<String, UUID> byName = plainly(learned);
        names.stream()
                .collect(Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()))
                .forEach((name, count) -> named.put(name, match(name, count.intValue(), nameable, byName)));
    }

    /** Matches names one by one as they come, each name once. */
    public static Function<String, NamedUnit> matcher(Collection<KnownUnit> nameable, Map<String, UUID> learned) {
        Map<String, UUID> byName = plainly(learned);
        Map<String, NamedUnit> seen = new HashMap<>();
        return name -> seen.computeIfAbsent(name, one -> match(one, 1, nameable, byName));
    }

    private static Map<String, UUID> plainly(Map<String, UUID> learned) {
        return learned.entrySet().stream()
                .collect(Collectors.toMap(entry -> plain(entry.getKey()), Map.Entry::getValue, (one, other) -> one));
    }

    private static NamedUnit match(String name, int count, Collection<KnownUnit> nameable, Map<String, UUID> learned) {
        String plain = plain(name);
        UUID taught = learned.get(plain);
        List<KnownUnit> exact = Stream.<Predicate<KnownUnit>>of(
                        unit -> unit.id().equals(taught),
                        unit -> unit.countyId() != null && isCalled(unit, plain),
                        unit -> unit.countyId() == null && isCalled(unit, plain))
                .map(rule -> nameable.stream().filter(rule).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return switch (exact.size()) {
            case 0 -> new NamedUnit(name, Match.UNKNOWN, null, similar(plain, nameable), count);
            case 1 -> new NamedUnit(name, Match.MATCHED, exact.getFirst().ref(), List.of(), count);
            default ->
                new NamedUnit(
                        name,
                        Match.AMBIGUOUS,
                        null,
                        exact.stream().map(KnownUnit::ref).toList(),
                        count);
        };
    }

    private static boolean isCalled(KnownUnit unit, String plain) {
        return names(unit).anyMatch(plain::equals);
    }

    private static Stream<String> names(KnownUnit unit) {
        return Stream.concat(Stream.of(unit.shortName(), unit.name()), unit.aliases().stream())
                .map(UnitNames::plain);
    }

    /** Width and blanks make no difference. */
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static List<UnitRef> similar(String plain, Collection<KnownUnit> nameable) {
        record Scored(KnownUnit unit, double likeness) {}
        return nameable.stream()
                .map(unit -> new Scored(
                        unit,
                        names(unit)
                                .mapToDouble(name -> likeness(plain, name))
                                .max()
                                .orElse(0)))
                .filter(scored -> scored.likeness >= 0.5)
                .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
                .limit(CANDIDATES)
                .map(scored -> scored.unit.ref())
                .toList();
    }

    // Share of characters in common: 县卫健局 has all of its characters in 县卫生健康局.
    private static double likeness(String one, String other) {
        Set<Integer> mine = one.chars().boxed().collect(Collectors.toSet());
        Set<Integer> theirs = other.chars().boxed().collect(Collectors.toSet());
        long common = mine.stream().filter(theirs::contains).count();
        return mine.isEmpty() || theirs.isEmpty()
                ? 0
                : (double) common / Math.min(mine.size(), theirs.size()) - 0.02 * Math.abs(mine.size() - theirs.size());
    }

    public List<NamedUnit> all() {
        return List.copyOf(named.values());
    }

    public List<NamedUnit> unmatched() {
        return named.values().stream()
                .filter(unit -> unit.state() != Match.MATCHED)
                .toList();
    }

    /** @return the unit of a name; null where it is not matched */
    public @Nullable UUID find(String name) {
        NamedUnit known = named.get(name);
        return known == null || known.unit() == null ? null : known.unit().id();
    }

    /** @return the unit of a name that is matched */
    public UUID unit(String name) {
        NamedUnit unit = Objects.requireNonNull(named.get(name), name);
        return Objects.requireNonNull(unit.unit(), name).id();
    }
}
