package org.duban.meeting.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.time.DayTurn;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.duban.meeting.directory.UnitRef;
import org.duban.meeting.directory.UnitRefs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether each mechanism, the city's and each county's, holds its plenary of the year (behaviours.md D4). */
@Component
public class Plenaries implements DayTurn {

    // What was held stands before what is planned; of several, the first.
    private static final String OF_YEAR = """
            with place as (
                select n.id as mechanism_id, n.name as mechanism_name, n.office_unit_id, o.county_id
                from mechanism n join unit o on o.id = n.office_unit_id
                where n.dissolved_on is null
                union all
                select null, null, null, c.id from county c
                where exists (select from unit u where u.county_id = c.id and u.retired_on is null)
                  and not exists (select from mechanism n join unit o on o.id = n.office_unit_id where o.county_id = c.id)
            )
            select place.*, seat.name as county_name, plenary.id as meeting_id, plenary.starts_at, plenary.state,
            """ + UnitRefs.COLUMNS + """
            from place
            left join county seat on seat.id = place.county_id
            left join unit u on u.id = place.office_unit_id
            left join county c on c.id = u.county_id
            left join lateral (
                select m.id, m.starts_at, m.state from meeting m
                where m.mechanism_id = place.mechanism_id and m.form = 'PLENARY'
                  and m.state in ('CONVENED', 'HELD', 'MINUTES_ISSUED')
                  and m.starts_at >= :from and m.starts_at < :to
                order by m.state = 'CONVENED', m.starts_at, m.id
                limit 1) plenary on true
            where cast(:county as uuid) is null and cast(:unit as uuid) is null
               or place.county_id = :county
               or place.office_unit_id = :unit
               or exists (select from mechanism_member b where b.mechanism_id = place.mechanism_id and b.unit_id = :unit)
            order by place.county_id is not null, seat.name, place.mechanism_name, place.mechanism_id
            """;

    private final JdbcClient jdbc;
    private final MeetingEvents events;
    private final Clock clock;

    Plenaries(JdbcClient jdbc, MeetingEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The city's first. A county sees its own mechanisms, a unit those that it belongs to (behaviours.md P21). */
    public List<PlenaryRow> of(int year, Caller caller) {
        return switch (caller.sight()) {
            case Sight.Everything all -> rows(year, null, null);
            case Sight.OfCounty(UUID county) -> rows(year, county, null);
            case Sight.OfUnit(UUID unit) -> rows(year, null, unit);
        };
    }

    private List<PlenaryRow> rows(int year, @Nullable UUID county, @Nullable UUID unit) {
        LocalDate firstDay = LocalDate.of(year, 1, 1);
        OffsetDateTime from = firstDay.atStartOfDay(clock.getZone()).toOffsetDateTime();
        return jdbc.sql(OF_YEAR)
                .param("from", from.withOffsetSameInstant(ZoneOffset.UTC))
                .param(
                        "to",
                        firstDay.plusYears(1)
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime()
                                .withOffsetSameInstant(ZoneOffset.UTC))
                .param("county", county, Types.OTHER)
                .param("unit", unit, Types.OTHER)
                .query((row, n) -> row(row))
                .list();
    }

    private PlenaryRow row(ResultSet row) throws SQLException {
        UUID mechanism = row.getObject("mechanism_id", UUID.class);
        String state = row.getString("state");
        OffsetDateTime startsAt = row.getObject("starts_at", OffsetDateTime.class);
        return new PlenaryRow(
                row.getObject("county_id", UUID.class),
                row.getString("county_name"),
                mechanism,
                row.getString("mechanism_name"),
                mechanism == null ? null : UnitRef.from(row),
                PlenaryRow.standing(mechanism != null, state == null ? null : Meeting.State.valueOf(state)),
                row.getObject("meeting_id", UUID.class),
                startsAt == null
                        ? null
                        : startsAt.atZoneSameInstant(clock.getZone()).toOffsetDateTime());
    }

    /** In each month of the last quarter, every office that has planned none is told once. */
    @Override
    public void turned(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        rows(today.getYear(), null, null).stream()
                .filter(row -> row.owedOn(today))
                .filter(row -> firstToSay(Objects.requireNonNull(row.mechanismId()), month))
                .forEach(row -> events.tell(new PlenaryOwed(
                        Objects.requireNonNull(row.mechanismId()),
                        Objects.requireNonNull(row.mechanismName()),
                        Objects.requireNonNull(row.office()).id(),
                        row.countyId(),
                        today.getYear(),
                        month)));
    }

    private boolean firstToSay(UUID mechanism, LocalDate month) {
        return jdbc.sql("""
                                insert into plenary_reminder (mechanism_id, month) values (:mechanism, :month)
                                on conflict do nothing
                                """).param("mechanism", mechanism).param("month", month).update() == 1;
    }
}
