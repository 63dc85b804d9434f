package org.duban.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.commit.AtCommit;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A chain of entries, each with the hash of the one before (behaviours.md P23). An entry is written in the transaction of what it
 * records.
 */
public final class AuditTrail {

    private static final String HEAD = "select number, hash from audit_head for update";
    private static final String MOVE_HEAD = "update audit_head set number = :number, hash = :hash";
    private static final String INSERT = """
            insert into audit_entry (number, at, actor, actor_name, actor_unit, action, subject_type, subject, details, previous, hash)
            values (:number, :at, :actor, :actorName, :actorUnit, :action, :subjectType, :subject, cast(:details as jsonb), :previous, :hash)
            """;
    private static final String CHAIN = """
            select number, at, actor, actor_name, actor_unit, action, subject_type, subject, details::text, previous, hash
            from audit_entry order by number
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    // Last, so that the head is locked for a moment only.
    private final AtCommit<AuditEntry> entries = new AtCommit<>(0, this::write, () -> {});

    AuditTrail(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Records what the current caller does, or {@code system} where nobody called.
     *
     * @param action stable word, as {@code report-returned}
     * @param details any value that can be written as JSON
     * @throws IllegalStateException without an active transaction, or where it has been written to its end
     */
    public void record(String action, String subjectType, UUID subject, Object details) {
        Optional<Caller> caller = Caller.find();
        entries.add(new AuditEntry(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.map(Caller::subject).orElse("system"),
                caller.map(Caller::name).orElse("系统"),
                caller.map(Caller::unit).orElse(null),
                action,
                subjectType,
                subject,
                CanonicalJson.tree(details)));
    }

    /** Reads the whole chain and follows it from the first entry to the noted end. */
    public AuditCheck verify() {
        AuditCheck check = transactions.execute(status -> {
            Link head = jdbc.sql("select number, hash from audit_head")
                    .query((row, n) -> new Link(row.getLong("number"), row.getBytes("hash")))
                    .single();
            try (Stream<Stored> chain = jdbc.sql(CHAIN).withFetchSize(500).query(AuditTrail::stored).stream()) {
                return follow(chain.iterator(), head);
            }
        });
        return java.util.Objects.requireNonNull(check);
    }

    private static AuditCheck follow(java.util.Iterator<Stored> chain, Link head) {
        Link last = new Link(0, new byte[0]);
        while (chain.hasNext() && last.number < head.number) {
            Stored next = chain.next();
            long expected = last.number + 1;
            if (next.number != expected
                    || !Arrays.equals(next.previous, last.hash)
                    || !Arrays.equals(next.hash, next.entry.hash(next.number, next.previous))) {
                return new AuditCheck(last.number, expected);
            }
            last = new Link(next.number, next.hash);
        }
        boolean whole = last.number == head.number && Arrays.equals(last.hash, head.hash);
        return new AuditCheck(last.number, whole ? null : last.number + 1);
    }

    private void write(List<AuditEntry> entries) {
        Link last = jdbc.sql(HEAD)
                .query((row, n) -> new Link(row.getLong("number"), row.getBytes("hash")))
                .single();
        for (AuditEntry entry : entries) {
            long number = last.number + 1;
            byte[] hash = entry.hash(number, last.hash);
            jdbc.sql(INSERT)
                    .param("number", number)
                    .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                    .param("actor", entry.actor())
                    .param("actorName", entry.actorName())
                    .param("actorUnit", entry.actorUnit(), java.sql.Types.OTHER)
                    .param("action", entry.action())
                    .param("subjectType", entry.subjectType())
                    .param("subject", entry.subject())
                    .param("details", CanonicalJson.write(entry.details()))
                    .param("previous", last.hash)
                    .param("hash", hash)
                    .update();
            last = new Link(number, hash);
        }
        jdbc.sql(MOVE_HEAD)
                .param("number", last.number)
                .param("hash", last.hash)
                .update();
    }

    private static Stored stored(ResultSet row, int index) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        @Nullable UUID unit = row.getObject("actor_unit", UUID.class);
        AuditEntry entry = new AuditEntry(
                at,
                row.getString("actor"),
                row.getString("actor_name"),
                unit,
                row.getString("action"),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                CanonicalJson.parse(row.getString("details")));
        return new Stored(row.getLong("number"), entry, row.getBytes("previous"), row.getBytes("hash"));
    }

    private record Link(long number, byte[] hash) {}

    private record Stored(long number, AuditEntry entry, byte[] previous, byte[] hash) {}
}
