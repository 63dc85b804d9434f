package org.duban.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditCheck.Place;
import org.duban.kit.commit.AtCommit;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Chains of entries, each with the hash of the one before (behaviours.md P23); all about one subject stand in one chain. An entry is
 * written in the transaction of what it records.
 */
public final class AuditTrail {

    private static final int STRANDS = 64;
    // The hash, which is that of AuditEntry, is made where the one before is known: the chain's end is held for one
    // statement and the commit.
    private static final String INSERT = """
            with head as (select number, hash from audit_head where strand = :strand for update),
            next as (
                select number + 1 as number, hash as previous,
                       sha256(hash || convert_to(length((number + 1)::text) || ':' || (number + 1), 'UTF8') || :content) as hash
                from head),
            moved as (
                update audit_head set number = next.number, hash = next.hash from next where audit_head.strand = :strand)
            insert into audit_entry
                (strand, number, at, actor, actor_name, actor_unit, action, subject_type, subject, details, previous, hash)
            select :strand, number, :at, :actor, :actorName, :actorUnit, :action, :subjectType, :subject,
                   cast(:details as jsonb), previous, hash
            from next
            """;
    private static final String CHAINS = """
            select strand, number, at, actor, actor_name, actor_unit, action, subject_type, subject, details::text, previous, hash
            from audit_entry order by strand, number
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    // Last, so that the heads are locked for a moment only.
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

    /** Reads all chains and follows each from its first entry to its noted end. */
    public AuditCheck verify() {
        AuditCheck check = transactions.execute(status -> {
            Map<Integer, Link> heads = new HashMap<>();
            jdbc.sql("select strand, number, hash from audit_head").query(row -> {
                heads.put(row.getInt("strand"), link(row));
            });
            try (Stream<Stored> entries = jdbc.sql(CHAINS).withFetchSize(500).query(AuditTrail::stored).stream()) {
                return follow(entries.iterator(), heads);
            }
        });
        return Objects.requireNonNull(check);
    }

    private static AuditCheck follow(Iterator<Stored> entries, Map<Integer, Link> heads) {
        long followed = 0;
        Place broken = null;
        Stored next = entries.hasNext() ? entries.next() : null;
        for (int strand = 0; strand < STRANDS; strand++) {
            Link head = heads.getOrDefault(strand, Link.LOST);
            Link last = Link.NONE;
            boolean whole = true;
            for (; next != null && next.strand <= strand; next = entries.hasNext() ? entries.next() : null) {
                // What was written since the heads were read is not looked at.
                if (whole && next.strand == strand && last.number < head.number) {
                    whole = next.follows(last);
                    last = whole ? new Link(next.number, next.hash) : last;
                    followed += whole ? 1 : 0;
                }
            }
            whole &= last.number == head.number && Arrays.equals(last.hash, head.hash);
            if (!whole && broken == null) {
                broken = new Place(strand, last.number + 1);
            }
        }
        return new AuditCheck(followed, broken);
    }

    private void write(List<AuditEntry> entries) {
        // Sorted, so that two transactions never wait for each other's chain.
        SortedMap<Integer, List<AuditEntry>> strands = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> Math.floorMod(entry.subject().hashCode(), STRANDS),
                        TreeMap::new,
                        Collectors.toList()));
        strands.forEach(this::write);
    }

    private void write(int strand, List<AuditEntry> entries) {
        for (AuditEntry entry : entries) {
            int written = jdbc.sql(INSERT)
                    .param("strand", strand)
                    .param("content", entry.content())
                    .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                    .param("actor", entry.actor())
                    .param("actorName", entry.actorName())
                    .param("actorUnit", entry.actorUnit(), Types.OTHER)
                    .param("action", entry.action())
                    .param("subjectType", entry.subjectType())
                    .param("subject", entry.subject())
                    .param("details", CanonicalJson.write(entry.details()))
                    .update();
            if (written != 1) {
                throw new IllegalStateException("the end of audit chain " + strand + " is lost");
            }
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong("number"), row.getBytes("hash"));
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
        return new Stored(
                row.getInt("strand"), row.getLong("number"), entry, row.getBytes("previous"), row.getBytes("hash"));
    }

    private record Link(long number, byte[] hash) {
        static final Link NONE = new Link(0, new byte[0]);
        static final Link LOST = new Link(-1, new byte[0]);
    }

    private record Stored(int strand, long number, AuditEntry entry, byte[] previous, byte[] hash) {
        boolean follows(Link last) {
            return number == last.number + 1
                    && Arrays.equals(previous, last.hash)
                    && Arrays.equals(hash, entry.hash(number, previous));
        }
    }
}
