package org.duban.meeting.directory;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Mechanisms for tests of what builds on them. */
public final class MechanismFixture {

    private MechanismFixture() {}

    /** Quarterly, ten working days, seven days' notice; the first unit keeps the office. */
    public static Mechanism of(UUID... members) {
        return Mechanism.establish(new Mechanism.Order(
                "中医药工作联席会议",
                UUID.randomUUID(),
                List.of(),
                members[0],
                Stream.of(members).map(unit -> new Mechanism.Member(unit, null)).toList(),
                Mechanism.Cadence.QUARTER,
                10,
                7));
    }
}
