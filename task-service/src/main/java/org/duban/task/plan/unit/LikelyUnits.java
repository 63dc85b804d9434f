package org.duban.task.plan.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;

/** Units that a name may mean although it is not to the letter theirs, each with the reason; a person decides. */
public final class LikelyUnits {
    private static final int MOST = 5;

    private final Map<KnownUnit, UnitSense> nameable = new LinkedHashMap<>();
    private final @Nullable String county;

    /** @param county the name of the county whose plan it is */
    public LikelyUnits(Collection<KnownUnit> nameable, @Nullable String county) {
        nameable.forEach(unit -> this.nameable.put(unit, UnitSense.of(unit.shortName(), unit.countyName())));
        this.county = county;
    }

    private record Ranked(int rank, LikelyUnit unit) {}

    /** @param similar those that only look like it, which come last */
    public List<LikelyUnit> of(String name, List<UnitRef> similar) {
        UnitSense said = UnitSense.of(name, county);
        List<Ranked> ranked = new ArrayList<>(nameable.entrySet().stream()
                .map(unit -> ranked(name, said, unit.getKey(), unit.getValue()))
                .filter(Objects::nonNull)
                .toList());
        for (UnitRef unit : similar) {
            if (ranked.stream().noneMatch(one -> one.unit.unit().id().equals(unit.id()))) {
                ranked.add(new Ranked(9, new LikelyUnit(unit, "名称与“%s”相近".formatted(unit.shortName()))));
            }
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MOST)
                .map(Ranked::unit)
                .toList();
    }

    private static @Nullable Ranked ranked(String name, UnitSense said, KnownUnit unit, UnitSense is) {
        String own = unit.countyId() == null ? "市" : unit.level().equals("TOWNSHIP") ? "乡" : "县";
        if (!said.matter().equals(is.matter()) || said.matter().length() < 2) {
            return null;
        }
        boolean sameForm = said.isFormedLike(is);
        if (said.level() == null) {
            String level = own.equals("市") ? "市级" : "本县";
            return suggested(
                    own.equals("市") ? 3 : sameForm ? 1 : 2,
                    unit,
                    "“%s”没有写明级别，%s对应的是“%s”".formatted(name, level, unit.shortName()));
        }
        if (!said.isOfLevel(own)) {
            return suggested(5, unit, "“%s”与“%s”职能相同，但级别不同，请核对".formatted(name, unit.shortName()));
        }
        if (!sameForm) {
            return suggested(2, unit, "“%s”与“%s”职能相同，机构名称不同".formatted(name, unit.shortName()));
        }
        return said.shortened() != is.shortened()
                ? suggested(0, unit, "“%s”是“%s”的%s".formatted(name, unit.shortName(), said.shortened() ? "简称" : "全称"))
                : suggested(0, unit, "“%s”与“%s”是同一单位的不同写法".formatted(name, unit.shortName()));
    }

    private static Ranked suggested(int rank, KnownUnit unit, String reason) {
        return new Ranked(rank, new LikelyUnit(unit.ref(), reason));
    }
}
