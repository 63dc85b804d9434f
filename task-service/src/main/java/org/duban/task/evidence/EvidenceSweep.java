package org.duban.task.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.time.DayTurn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that were uploaded and never handed in, and contents that no file is: of an upload that was broken off. */
@Component
class EvidenceSweep implements DayTurn {
    private static final int AT_ONCE = 500;

    private final EvidenceBooks books;
    private final ContentStore store;
    private final EvidenceSettings settings;
    private final List<EvidenceHolder> holders;
    private final AuditTrail audit;
    private final TransactionTemplate alone;
    private final Clock clock;

    EvidenceSweep(
            EvidenceBooks books,
            ContentStore store,
            EvidenceSettings settings,
            List<EvidenceHolder> holders,
            AuditTrail audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.books = books;
        this.store = store;
        this.settings = settings;
        this.holders = holders;
        this.audit = audit;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void turned(LocalDate today) {
        holders.forEach(this::letGo);
        var before = OffsetDateTime.now(clock).minus(settings.keepLoose());
        while (sweep(before) == AT_ONCE) {
            // portion by portion
        }
        store.clearComing(settings.keepLoose());
        store.parts().forEach(part -> {
            var kept = store.kept(part);
            if (!kept.isEmpty()) {
                books.unnamed(kept).forEach(this::forget);
            }
        });
    }

    // What waited for a signature when its round was closed waits for nothing.
    private void letGo(EvidenceHolder holder) {
        var waiting = books.waiting(holder.kind());
        if (!waiting.isEmpty()) {
            holder.neverSigned(waiting)
                    .forEach(subject -> alone.executeWithoutResult(
                            status -> books.dropWaiting(holder.kind(), subject, OffsetDateTime.now(clock))));
        }
    }

    private int sweep(OffsetDateTime before) {
        List<EvidenceFile> swept = alone.execute(status -> {
            var files = books.sweep(before, AT_ONCE);
            files.forEach(file -> audit.record(
                    "evidence-removed", "evidence", file.id(), Map.of("name", file.name(), "sha256", file.sha256())));
            return files;
        });
        return swept == null ? 0 : swept.size();
    }

    // The content goes after the last line that names it, so that what is named is there whatever breaks off in
    // between.
    private void forget(String sha256) {
        alone.executeWithoutResult(status -> {
            books.holdAlone(sha256);
            if (!books.named(sha256)) {
                store.forget(sha256);
            }
        });
    }
}
