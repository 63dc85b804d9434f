package org.duban.meeting.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** A unit that owes work: 县卫生健康局. */
public class Unit {

    @Id
    private final UUID id;

    private String name;
    private String shortName;
    private List<String> aliases;
    private Level level;
    private final @Nullable UUID countyId;
    private @Nullable LocalDate retiredOn;

    @Version
    private long version;

    @PersistenceCreator
    Unit(
            UUID id,
            String name,
            String shortName,
            List<String> aliases,
            Level level,
            @Nullable UUID countyId,
            @Nullable LocalDate retiredOn,
            long version) {
        this.id = id;
        this.name = name;
        this.shortName = shortName;
        this.aliases = List.copyOf(aliases);
        this.level = level;
        this.countyId = countyId;
        this.retiredOn = retiredOn;
        this.version = version;
    }

    static Unit register(
            @Nullable County county,
            String shortName,
            @Nullable String name,
            List<String> aliases,
            @Nullable Level level) {
        String tidyShort = Names.tidy(shortName);
        String tidyName = name != null ? Names.tidy(name) : county == null ? tidyShort : Names.full(county, tidyShort);
        return new Unit(
                Ids.next(),
                tidyName,
                tidyShort,
                tidy(aliases),
                level != null ? level : levelOf(county, tidyShort),
                county == null ? null : county.id(),
                null,
                0);
    }

    private static Level levelOf(@Nullable County county, String shortName) {
        if (county == null) {
            return Level.CITY;
        }
        boolean township =
                Stream.of("镇", "乡", "街道", "镇人民政府", "乡人民政府", "街道办事处", "苏木").anyMatch(shortName::endsWith);
        return township ? Level.TOWNSHIP : Level.COUNTY;
    }

    /** True when one of the unit's names is this one: how a plan's words find their unit. */
    boolean answersTo(String someName) {
        String tidy = Names.tidy(someName);
        return shortName.equals(tidy) || name.equals(tidy) || aliases.contains(tidy);
    }

    /** False when everything was so already. */
    boolean change(Change change) {
        if (retiredOn != null) {
            throw DirectoryRefused.unitRetired();
        }
        String newName = change.name() == null ? name : Names.tidy(change.name());
        String newShort = change.shortName() == null ? shortName : Names.tidy(change.shortName());
        List<String> newAliases = change.aliases() == null ? aliases : tidy(change.aliases());
        Level newLevel = change.level() == null ? level : change.level();
        boolean changed = !(newName.equals(name)
                && newShort.equals(shortName)
                && newAliases.equals(aliases)
                && newLevel == level);
        name = newName;
        shortName = newShort;
        aliases = newAliases;
        level = newLevel;
        return changed;
    }

    /** False when it was retired before. */
    boolean retire(LocalDate on) {
        if (retiredOn != null) {
            return false;
        }
        retiredOn = on;
        return true;
    }

    UnitState state(@Nullable County county) {
        var in = county == null
                ? null
                : new org.duban.meeting.contract.DirectoryEvent.County(county.id(), county.name());
        return new UnitState(id, name, shortName, aliases, level, in, version);
    }

    UnitRef ref(@Nullable County county) {
        return new UnitRef(id, name, shortName, countyId, county == null ? null : county.name());
    }

    private static List<String> tidy(List<String> aliases) {
        var tidy = new ArrayList<String>();
        for (String alias : aliases) {
            String clean = Names.tidy(alias);
            if (!clean.isEmpty() && !tidy.contains(clean)) {
                tidy.add(clean);
            }
        }
        return tidy;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String shortName() {
        return shortName;
    }

    public @Nullable UUID countyId() {
        return countyId;
    }

    public boolean retired() {
        return retiredOn != null;
    }

    public long version() {
        return version;
    }

    /** What is null stays as it is. */
    public record Change(
            @Nullable String name,
            @Nullable String shortName,
            @Nullable List<String> aliases,
            @Nullable Level level) {}
}
