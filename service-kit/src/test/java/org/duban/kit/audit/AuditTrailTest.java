package org.duban.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.duban.kit.audit.AuditCheck.Place;
import org.duban.kit.id.Ids;
import org.duban.kit.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SampleTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void chainHoldsWhoeverWritesAtOnce() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 25).forEach(n -> record("r" + n))))
                .toList();
        writers.forEach(CompletableFuture::join);

        AuditCheck check = trail.verify();
        assertThat(check.holds()).isTrue();
        assertThat(check.entries()).isGreaterThanOrEqualTo(100);
    }

    @Test
    void detailsSurviveTheDatabasesOwnSpelling() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("zz", new BigDecimal("1.50"));
        details.put("a", List.of(1e10, -0.0, Map.of("长", "\u0000引\"号\n")));
        details.put("nothing", null);
        transactions.executeWithoutResult(status -> trail.record("spelled", "note", Ids.next(), details));

        assertThat(trail.verify().holds()).isTrue();
    }

    @Test
    void rolledBackWorkLeavesNoEntry() {
        long before = trail.verify().entries();
        transactions.executeWithoutResult(status -> {
            trail.record("undone", "note", Ids.next(), Map.of());
            status.setRollbackOnly();
        });
        assertThat(trail.verify().entries()).isEqualTo(before);
        assertThatThrownBy(() -> trail.record("alone", "note", Ids.next(), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRecordedWhileOthersHearOfTheCommitIsInTheChain() {
        UUID subject = Ids.next();
        transactions.executeWithoutResult(status -> {
            trail.record("first", "note", subject, Map.of());
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    trail.record("late", "note", subject, Map.of());
                }
            });
        });
        assertThat(jdbc.sql("select action from audit_entry where subject = ? order by number")
                        .param(subject)
                        .query(String.class)
                        .list())
                .containsExactly("first", "late");
    }

    @Test
    void changedEntryIsNoticed() {
        UUID subject = Ids.next();
        record(subject, "before");
        record(subject, "after");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'x'").update())
                .hasMessageContaining("audit entries are final");

        Place place = jdbc.sql(
                        "select strand, min(number) as number from audit_entry where subject = ? group by strand")
                .param(subject)
                .query(Place.class)
                .single();
        tampered(
                "update audit_entry set details = '{\"words\": \"changed\"}' where strand = %d and number = %d"
                        .formatted(place.strand(), place.number()),
                () -> assertThat(trail.verify().firstBroken()).isEqualTo(place));
        assertThat(trail.verify().holds()).isTrue();
    }

    @Test
    void cutOffEndOfAnyChainIsNoticed() {
        IntStream.range(0, 100).forEach(n -> record(Ids.next(), "last"));
        List<Place> heads = jdbc.sql("select strand, number from audit_head where number > 0 order by strand")
                .query(Place.class)
                .list();
        assertThat(heads).hasSizeGreaterThan(10);
        for (Place head : heads) {
            tampered(
                    "delete from audit_entry where strand = %d and number = %d".formatted(head.strand(), head.number()),
                    () -> assertThat(trail.verify().firstBroken()).isEqualTo(head));
        }
    }

    @Test
    void chainThatIsGoneWithAllItsEntriesIsNoticed() {
        UUID subject = Ids.next();
        record(subject, "only");
        tampered(
                "delete from audit_entry e using audit_entry own where own.subject = '%s' and e.strand = own.strand"
                        .formatted(subject),
                () -> {
                    assertThat(trail.verify().holds()).isFalse();
                    jdbc.sql(
                                    "delete from audit_head h where not exists (select from audit_entry e where e.strand = h.strand)")
                            .update();
                    assertThat(trail.verify().holds()).isFalse();
                });
    }

    /** Each waits for the other's second subject where chains are not taken in one order. */
    @Test
    void thoseWhoWriteAboutTheSameTwoInEitherOrderDoNotBlockEachOther() {
        UUID one = new UUID(0, 1);
        UUID other = new UUID(0, 2);
        List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 25)
                        .forEach(n -> transactions.executeWithoutResult(status -> {
                            trail.record("both", "note", writer % 2 == 0 ? one : other, Map.of());
                            trail.record("both", "note", writer % 2 == 0 ? other : one, Map.of());
                        }))))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(trail.verify().holds()).isTrue();
    }

    private void record(UUID subject, String words) {
        transactions.executeWithoutResult(status -> trail.record("tried", "note", subject, Map.of("words", words)));
    }

    private void record(String words) {
        transactions.executeWithoutResult(status -> trail.record("tried", "note", Ids.next(), Map.of("words", words)));
    }

    // Within a transaction that is undone, so that the other tests find the chain whole.
    private void tampered(String tampering, Runnable check) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("alter table audit_entry disable trigger user").update();
            jdbc.sql(tampering).update();
            check.run();
            status.setRollbackOnly();
        });
    }
}
