package org.duban.meeting.directory;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Refusal;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.UnitChanged;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitRetired;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers, changes and retires units; each change is told once, and stands in the audit trail. */
@Service
public class UnitRegister {

    private final Units units;
    private final Counties counties;
    private final Posts posts;
    private final DirectoryEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    UnitRegister(Units units, Counties counties, Posts posts, DirectoryEvents events, AuditTrail audit, Clock clock) {
        this.units = units;
        this.counties = counties;
        this.posts = posts;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(noRollbackFor = Refusal.class)
    public County registerCounty(String name, Caller by) {
        return registerCounty(name, "/name", by);
    }

    private County registerCounty(String name, String pointer, Caller by) {
        int length = Names.tidy(name).length();
        if (length < 2 || length > 40) {
            throw DirectoryRefused.countyName(pointer);
        }
        County known = counties.named(Names.tidy(name)).orElse(null);
        if (known != null) {
            return known;
        }
        if (by.county() != null) {
            throw DirectoryRefused.otherCounty();
        }
        County county = counties.ensure(name);
        audit.record("county-registered", "county", county.id(), Map.of("name", county.name()));
        return county;
    }

    @Transactional
    public Unit register(NewUnit wanted, Caller by) {
        County county = countyOf(wanted.countyId());
        requireOwn(county, by);
        counties.queueFor(county);
        Unit unit = Unit.register(county, wanted.shortName(), wanted.name(), wanted.aliases(), wanted.level());
        requireName(unit, "/shortName");
        requireFree(unit, county);
        return added(unit, county);
    }

    /**
     * Registers what a plan names and the directory does not know yet, in one step. Whoever asks again, or at the same
     * time, gets the same units.
     */
    @Transactional
    public Registration registerAll(@Nullable CountyChoice choice, List<String> names, Caller by) {
        County county = choose(choice, by);
        requireOwn(county, by);
        counties.queueFor(county);
        UUID countyId = county == null ? null : county.id();
        var registered = new LinkedHashMap<UUID, Unit>();
        for (int i = 0; i < names.size(); i++) {
            String name = Names.tidy(names.get(i));
            List<Unit> known = units.answeringTo(countyId, name);
            Unit unit = known.isEmpty() ? Unit.register(county, name, null, List.of(), null) : known.getFirst();
            if (known.isEmpty()) {
                requireName(unit, "/names/" + i);
                unit = added(unit, county);
            }
            registered.putIfAbsent(unit.id(), unit);
        }
        return new Registration(county, List.copyOf(registered.values()));
    }

    /** @param expected is handed the unit's version under lock, and refuses a stale one */
    @Transactional
    public Unit change(UUID id, Unit.Change change, Caller by, LongConsumer expected) {
        Unit found = units.findById(id).orElseThrow(DirectoryRefused::unitUnknown);
        County county = countyOf(found.countyId());
        requireOwn(county, by);
        counties.queueFor(county);
        Unit unit = units.locked(id);
        expected.accept(unit.version());
        if (!unit.change(change)) {
            return unit;
        }
        requireName(unit, "/shortName");
        requireFree(unit, county);
        Unit saved = units.save(unit);
        events.tell(new UnitChanged(saved.state(county)));
        audit.record("unit-changed", "unit", id, saved.state(county));
        return saved;
    }

    @Transactional
    public Unit retire(UUID id, Caller by, LongConsumer expected) {
        Unit unit = units.locked(id);
        County county = countyOf(unit.countyId());
        requireOwn(county, by);
        expected.accept(unit.version());
        if (posts.anyHeldIn(id)) {
            throw DirectoryRefused.unitStillHoldsPosts();
        }
        if (!unit.retire(LocalDate.now(clock))) {
            return unit;
        }
        Unit saved = units.save(unit);
        events.tell(new UnitRetired(saved.state(county)));
        audit.record("unit-retired", "unit", id, saved.state(county));
        return saved;
    }

    /** Registers the unit, or changes the one that bears the short name; part of a sheet's import. */
    @Transactional(propagation = MANDATORY, noRollbackFor = Refusal.class)
    public Outcome put(@Nullable County county, String shortName, Unit.Change rest, Caller by) {
        requireOwn(county, by);
        counties.queueFor(county);
        List<Unit> known = units.answeringTo(county == null ? null : county.id(), Names.tidy(shortName));
        if (known.isEmpty()) {
            Unit unit = Unit.register(
                    county,
                    shortName,
                    rest.name(),
                    Objects.requireNonNullElse(rest.aliases(), List.of()),
                    rest.level());
            requireName(unit, "/shortName");
            requireFree(unit, county);
            return new Outcome(added(unit, county).id(), Outcome.Kind.CREATED);
        }
        long before = known.getFirst().version();
        Unit after = change(known.getFirst().id(), rest, by, version -> {});
        return new Outcome(after.id(), after.version() == before ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED);
    }

    /** The living unit that answers to the name, within the county or, without one, the city. */
    public Optional<Unit> find(@Nullable County county, String name) {
        return units.answeringTo(county == null ? null : county.id(), Names.tidy(name)).stream()
                .findFirst();
    }

    private Unit added(Unit unit, @Nullable County county) {
        Unit saved = units.save(unit);
        events.tell(new UnitRegistered(saved.state(county)));
        audit.record("unit-registered", "unit", saved.id(), saved.state(county));
        return saved;
    }

    private void requireFree(Unit unit, @Nullable County county) {
        boolean taken = units.answeringTo(county == null ? null : county.id(), unit.shortName()).stream()
                .anyMatch(other -> !other.id().equals(unit.id()));
        if (taken) {
            throw DirectoryRefused.unitExists(unit.shortName());
        }
    }

    private static void requireName(Unit unit, String pointer) {
        int length = unit.shortName().length();
        if (length < 2
                || length > 100
                || unit.name().length() < 2
                || unit.name().length() > 100) {
            throw DirectoryRefused.unitName(pointer);
        }
    }

    private @Nullable County choose(@Nullable CountyChoice choice, Caller by) {
        if (choice == null) {
            return null;
        }
        if (choice.id() != null) {
            return countyOf(choice.id());
        }
        return choice.name() == null ? null : registerCounty(choice.name(), "/county/name", by);
    }

    /** A county's staff keep their own county's units, the city's all of them. */
    private static void requireOwn(@Nullable County county, Caller by) {
        if (by.county() != null && (county == null || !county.id().equals(by.county()))) {
            throw DirectoryRefused.otherCounty();
        }
    }

    private @Nullable County countyOf(@Nullable UUID id) {
        return id == null ? null : counties.find(id).orElseThrow(DirectoryRefused::countyUnknown);
    }

    public record NewUnit(
            @Nullable UUID countyId,
            String shortName,
            @Nullable String name,
            List<String> aliases,
            @Nullable Level level) {}

    /** One of both, or neither for the city. */
    public record CountyChoice(@Nullable UUID id, @Nullable String name) {}

    public record Registration(@Nullable County county, List<Unit> units) {}
}
