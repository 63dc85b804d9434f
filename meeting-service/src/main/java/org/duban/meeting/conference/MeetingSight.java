package org.duban.meeting.conference;

import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which meetings a caller sees: a unit those it asked for, is invited to or has the minutes of; a county those of its own
 * and those its units are party to (behaviours.md P21).
 */
@Component
public class MeetingSight {

    /** A condition over {@code meeting m} with the parameters {@code unit} and {@code countySeen}, both null for the city. */
    static final String CONDITION = """
            (cast(:unit as uuid) is null and cast(:countySeen as uuid) is null
             or m.county_id = :countySeen
             or exists (select 1 from unit p where (p.id = :unit or p.county_id = :countySeen)
                 and (p.id = m.requested_by
                      or m.state <> 'REQUESTED' and exists (
                          select 1 from meeting_attendance a where a.meeting_id = m.id and a.unit_id = p.id)
                      or m.state = 'MINUTES_ISSUED' and exists (
                          select 1 from minutes_recipient r where r.meeting_id = m.id and r.unit_id = p.id))))
            """;

    private final JdbcClient jdbc;

    MeetingSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Others' meetings do not exist. */
    public void require(UUID meeting, Caller caller) {
        Scope scope = Scope.of(caller);
        jdbc.sql("select 1 from meeting m where m.id = :id and " + CONDITION)
                .param("id", meeting)
                .param("unit", scope.unit(), java.sql.Types.OTHER)
                .param("countySeen", scope.county(), java.sql.Types.OTHER)
                .query(Integer.class)
                .optional()
                .orElseThrow(MeetingRefused::unknown);
    }

    record Scope(@Nullable UUID unit, @Nullable UUID county) {

        static Scope of(Caller caller) {
            return switch (caller.sight()) {
                case Sight.Everything all -> new Scope(null, null);
                case Sight.OfCounty(UUID county) -> new Scope(null, county);
                case Sight.OfUnit(UUID unit) -> new Scope(unit, null);
            };
        }
    }
}
