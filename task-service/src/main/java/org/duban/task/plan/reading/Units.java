package org.duban.task.plan.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The units that a task names, by their part in it. A unit is entered once, with the stronger part. */
final class Units {
    enum Part {
        LEAD,
        COOPERATOR,
        /** Named beside a role that decides which of the two it is. */
        RESPONSIBLE,
        /** A person, a date: what stands among units and is none. */
        NO_UNIT
    }

    record Named(Passage name, Part part) {}

    private record Key(String name, Part part) {}

    private final Map<Key, Named> named = new LinkedHashMap<>();

    void add(Passage name, Part part) {
        named.putIfAbsent(new Key(name.text(), part), new Named(name, part));
    }

    void addAll(Units others) {
        others.named.values().forEach(other -> add(other.name, other.part));
    }

    boolean isEmpty() {
        return named.isEmpty();
    }

    /** 责任单位 beside 牵头单位 cooperates, beside 配合单位 or alone it leads. */
    Units settled() {
        boolean led = named.values().stream().anyMatch(unit -> unit.part == Part.LEAD);
        var settled = new Units();
        for (var unit : named.values()) {
            var part = unit.part == Part.RESPONSIBLE ? (led ? Part.COOPERATOR : Part.LEAD) : unit.part;
            settled.add(unit.name, part);
        }
        return settled;
    }

    List<Passage> leads() {
        return named(Part.LEAD);
    }

    List<Passage> cooperators() {
        var leads = Set.copyOf(texts(leads()));
        return named(Part.COOPERATOR).stream()
                .filter(unit -> !leads.contains(unit.text()))
                .toList();
    }

    List<Passage> wildcards() {
        var seen = new HashSet<String>();
        return named.values().stream()
                .map(Named::name)
                .filter(name -> UnitName.isWildcard(name.text()))
                .filter(name -> seen.add(name.text()))
                .toList();
    }

    static List<String> texts(List<Passage> names) {
        return names.stream().map(Passage::written).toList();
    }

    private List<Passage> named(Part part) {
        return named.values().stream()
                .filter(unit -> unit.part == part && !UnitName.isWildcard(unit.name.text()))
                .map(Named::name)
                .toList();
    }
}
