package org.duban.gateway;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.gateway.directory.Directory;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitState;

/** A made-up directory that tests put into the gateway's copy. */
public final class Town {

    public static final LocalDate SINCE = LocalDate.of(2026, 1, 5);

    private final Directory directory;

    public Town(Directory directory) {
        this.directory = directory;
    }

    public static UnitState cityUnit(String shortName) {
        return new UnitState(UUID.randomUUID(), "云江" + shortName, shortName, List.of(), Level.CITY, null, 1);
    }

    public static UnitState countyUnit(String shortName) {
        return new UnitState(
                UUID.randomUUID(),
                "临江县" + shortName,
                shortName,
                List.of(),
                Level.COUNTY,
                new County(UUID.randomUUID(), "临江县"),
                1);
    }

    public static PostState post(UnitState unit, String title, Role role) {
        return new PostState(UUID.randomUUID(), unit.id(), title, role, 1);
    }

    public static Person person(String name) {
        return new Person(UUID.randomUUID(), name, null, null);
    }

    public UnitState registered(UnitState unit) {
        directory.unitIs(unit, false);
        return unit;
    }

    public Person filled(PostState post, Person holder) {
        directory.postIsFilled(post, holder, SINCE);
        return holder;
    }
}
