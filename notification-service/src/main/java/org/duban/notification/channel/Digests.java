package org.duban.notification.channel;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.notification.alert.AlertKind;
import org.duban.notification.alert.Link;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which digests are to be sent. A digest is claimed with its alerts before it is sent and marked after; one whose sender died is
 * claimed again when its lease is over, with the same alerts.
 */
@Repository
class Digests {

    // Alerts that nobody could be written to about are not kept for ever.
    private static final int DAYS = 7;

    private static final String READY = """
            select alert.unit_id
            from alert
            where alert.audience = 'UNIT' and alert.mailed_on is null and alert.withdrawn_at is null
              and alert.day > cast(:day as date) - :days
              and exists (select from post where post.unit_id = alert.unit_id
                            and post.role in ('LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE') and post.email like '%@%')
              and not exists (select from digest where digest.unit_id = alert.unit_id and digest.day = :day)
            group by alert.unit_id
            having min(alert.written_at) <= clock_timestamp() - :settle * interval '1 millisecond'
            """;

    private static final String CLAIM = """
            insert into digest (unit_id, day, state, attempts, leased_until)
            values (:unit, :day, 'SENDING', 1, clock_timestamp() + :lease * interval '1 millisecond')
            on conflict do nothing
            """;

    private static final String FILL = """
            update alert set mailed_on = :day
            where unit_id = :unit and audience = 'UNIT' and mailed_on is null and withdrawn_at is null
              and day > cast(:day as date) - :days
            """;

    private static final String CLAIM_AGAIN = """
            update digest set attempts = attempts + 1,
                leased_until = clock_timestamp() + :lease * interval '1 millisecond'
            where (unit_id, day) in (select unit_id, day from digest
                where state = 'SENDING' and leased_until < clock_timestamp()
                order by leased_until limit 100 for update skip locked)
            returning unit_id, day
            """;

    private static final String ITEMS = """
            select kind, title, body, link_kind, link_id from alert
            where unit_id = ? and audience = 'UNIT' and mailed_on = ? and withdrawn_at is null
            """;

    record Claim(UUID unitId, LocalDate day) {}

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units that are to be written to on that day and were not. */
    List<UUID> ready(LocalDate day, Duration settle) {
        return jdbc.sql(READY)
                .param("day", day)
                .param("days", DAYS)
                .param("settle", settle.toMillis())
                .query(UUID.class)
                .list();
    }

    /** Empty where another instance was faster. */
    @Transactional
    public Optional<Claim> claim(UUID unit, LocalDate day, Duration lease) {
        int claimed = jdbc.sql(CLAIM)
                .param("unit", unit)
                .param("day", day)
                .param("lease", lease.toMillis())
                .update();
        if (claimed == 0) {
            return Optional.empty();
        }
        jdbc.sql(FILL).param("unit", unit).param("day", day).param("days", DAYS).update();
        return Optional.of(new Claim(unit, day));
    }

    /** Digests whose sending was not finished. */
    @Transactional
    public List<Claim> claimAgain(Duration lease) {
        return jdbc.sql(CLAIM_AGAIN)
                .param("lease", lease.toMillis())
                .query(Claim.class)
                .list();
    }

    List<Digest.Item> items(Claim claim) {
        return jdbc.sql(ITEMS)
                .params(claim.unitId(), claim.day())
                .query((row, n) -> new Digest.Item(
                        AlertKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getString("body"),
                        new Link(Link.Kind.valueOf(row.getString("link_kind")), row.getObject("link_id", UUID.class))))
                .list();
    }

    void sent(Claim claim) {
        end(claim, "SENT");
    }

    /** Everything in it was settled before it could be sent. */
    void empty(Claim claim) {
        end(claim, "EMPTY");
    }

    private void end(Claim claim, String state) {
        jdbc.sql("update digest set state = ?, sent_at = clock_timestamp() where unit_id = ? and day = ?")
                .params(state, claim.unitId(), claim.day())
                .update();
    }

    /** It is tried again after a pause that grows with the attempts, to ten minutes. */
    void failed(Claim claim, String why) {
        jdbc.sql("""
                update digest set last_error = ?,
                    leased_until = clock_timestamp() + least(600, 5 * power(2, least(attempts, 10))) * interval '1 second'
                where unit_id = ? and day = ?
                """).params(why, claim.unitId(), claim.day()).update();
    }
}
