package org.duban.meeting.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@value #TOPIC} carries: compacted, the newest state of each unit, post and mechanism under its id. */
public sealed interface DirectoryEvent {

    String TOPIC = "duban.directory";

    Map<String, Class<? extends DirectoryEvent>> TYPES = Map.ofEntries(
            entry("duban.directory.unit-registered.v1", UnitRegistered.class),
            entry("duban.directory.unit-changed.v1", UnitChanged.class),
            entry("duban.directory.unit-retired.v1", UnitRetired.class),
            entry("duban.directory.post-filled.v1", PostFilled.class),
            entry("duban.directory.post-vacated.v1", PostVacated.class),
            entry("duban.directory.mechanism-established.v1", MechanismEstablished.class),
            entry("duban.directory.mechanism-changed.v1", MechanismChanged.class),
            entry("duban.directory.mechanism-dissolved.v1", MechanismDissolved.class));

    String key();

    enum Level {
        CITY,
        COUNTY,
        TOWNSHIP
    }

    /** What a post entitles to; see the table of roles in the README. */
    enum Role {
        SUPERVISOR,
        SECRETARY,
        CONVENER,
        LIAISON,
        UNIT_HEAD,
        COUNTY_OFFICE,
        ADMIN
    }

    record County(UUID id, String name) {}

    /**
     * @param name full name, as 云江市卫生健康委员会
     * @param shortName as plans write it, as 市卫生健康委; unique within its county or, for the city's own, within the city
     * @param aliases further names under which plans mention it
     * @param county null for the city's own units
     */
    record UnitState(
            UUID id,
            String name,
            String shortName,
            List<String> aliases,
            Level level,
            @Nullable County county,
            long version) {}

    /** @param title as 联络员 or 主任 */
    record PostState(UUID id, UUID unitId, String title, Role role, long version) {}

    record Person(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String phone) {}

    record UnitRegistered(UnitState unit) implements DirectoryEvent {
        @Override
        public String key() {
            return unit.id().toString();
        }
    }

    record UnitChanged(UnitState unit) implements DirectoryEvent {
        @Override
        public String key() {
            return unit.id().toString();
        }
    }

    record UnitRetired(UnitState unit) implements DirectoryEvent {
        @Override
        public String key() {
            return unit.id().toString();
        }
    }

    record PostFilled(PostState post, Person holder, LocalDate since) implements DirectoryEvent {
        @Override
        public String key() {
            return post.id().toString();
        }
    }

    record PostVacated(PostState post, LocalDate since) implements DirectoryEvent {
        @Override
        public String key() {
            return post.id().toString();
        }
    }

    record MechanismState(UUID id, String name, UUID officeUnitId, List<UUID> memberUnits, long version) {}

    record MechanismEstablished(MechanismState mechanism) implements DirectoryEvent {
        @Override
        public String key() {
            return mechanism.id().toString();
        }
    }

    record MechanismChanged(MechanismState mechanism) implements DirectoryEvent {
        @Override
        public String key() {
            return mechanism.id().toString();
        }
    }

    record MechanismDissolved(MechanismState mechanism) implements DirectoryEvent {
        @Override
        public String key() {
            return mechanism.id().toString();
        }
    }
}
