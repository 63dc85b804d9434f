package org.duban.task.evidence;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.ContentStore.Coming;
import org.duban.task.evidence.EvidenceBooks.Kept;
import org.duban.task.evidence.EvidenceBooks.State;
import org.duban.task.evidence.EvidenceBooks.Use;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes files in and shows them: to the unit that uploaded them, and to whoever sees what they were handed in with (behaviours.md
 * P21). Others are told that there is no such file.
 */
@Service
public class EvidenceDesk {
    private static final Logger log = LoggerFactory.getLogger(EvidenceDesk.class);
    private static final int LONGEST_NAME = 150;

    private final ContentStore store;
    private final EvidenceBooks books;
    private final EvidenceSettings settings;
    private final List<EvidenceHolder> holders;
    private final TransactionOperations transactions;
    private final AuditTrail audit;
    private final Clock clock;

    EvidenceDesk(
            ContentStore store,
            EvidenceBooks books,
            EvidenceSettings settings,
            List<EvidenceHolder> holders,
            TransactionOperations transactions,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.settings = settings;
        this.holders = holders;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is taken.
     *
     * @param largest of one file, in bytes
     * @param perSubmission files with one report, completion or rectification
     * @param endings as {@code .pdf}
     */
    public record EvidenceLimits(long largest, int perSubmission, List<String> endings) {}

    public EvidenceLimits limits() {
        return new EvidenceLimits(settings.largest().toBytes(), settings.perSubmission(), EvidenceType.allEndings());
    }

    /** A file that lies in the store and belongs to nobody yet; whoever took it in closes it, and what was not kept is gone. */
    public final class Taken implements AutoCloseable {
        private final @Nullable Coming coming;
        private final @Nullable EvidenceType type;
        private final @Nullable EvidenceRefused refused;

        private Taken(@Nullable Coming coming, @Nullable EvidenceType type, @Nullable EvidenceRefused refused) {
            this.coming = coming;
            this.type = type;
            this.refused = refused;
        }

        @Override
        public void close() {
            if (coming != null) {
                store.drop(coming);
            }
        }
    }

    /**
     * Writes a file down and looks what it is, before any transaction: a large file on a slow disk holds no connection. Why it is not
     * taken is said by {@link #keep}, to whoever may upload.
     */
    public Taken take(InputStream content) {
        var coming = store.take(content, settings.largest().toBytes());
        if (coming.isEmpty()) {
            return new Taken(null, null, EvidenceRefused.tooLarge(settings.largest()));
        }
        try {
            return new Taken(coming.get(), Recognition.of(coming.get().file()), null);
        } catch (EvidenceRefused refused) {
            store.drop(coming.get());
            return new Taken(null, null, refused);
        } catch (RuntimeException failed) {
            store.drop(coming.get());
            throw failed;
        }
    }

    /**
     * Keeps a file for the caller's unit, to be handed in with something later.
     *
     * @throws EvidenceRefused where it is too large, of a kind that is not taken, or the unit has too many that it never handed in
     */
    public EvidenceFile keep(String name, Taken taken, Caller by) {
        var unit = by.unit();
        if (unit == null) {
            throw EvidenceRefused.noUnit();
        }
        if (taken.refused != null) {
            throw taken.refused;
        }
        var coming = Objects.requireNonNull(taken.coming);
        var type = Objects.requireNonNull(taken.type);
        return Objects.requireNonNull(transactions.execute(status -> keep(coming, type, plain(name), unit, by)));
    }

    private EvidenceFile keep(Coming coming, EvidenceType type, String name, UUID unit, Caller by) {
        books.holdLoose(unit);
        if (books.loose(unit) >= settings.looseOfUnit()) {
            throw EvidenceRefused.tooManyLoose(settings.looseOfUnit());
        }
        var file = new EvidenceFile(
                Ids.next(),
                type.named(name),
                type,
                coming.size(),
                coming.sha256(),
                OffsetDateTime.now(clock),
                by.name());
        books.hold(file.sha256());
        store.keep(coming);
        books.add(file, unit, by.county());
        audit.record(
                "evidence-uploaded",
                "evidence",
                file.id(),
                Map.of("name", file.name(), "size", file.size(), "sha256", file.sha256()));
        return file;
    }

    /** The last part of a path, without what a name cannot hold. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                // what turns the direction of writing makes one ending look like another
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}<>:\"|?*]", "")
                .strip();
        if (last.length() > LONGEST_NAME) {
            int dot = last.lastIndexOf('.');
            var ending = dot > 0 && last.length() - dot <= 10 ? last.substring(dot) : "";
            last = last.substring(0, LONGEST_NAME - ending.length()) + ending;
        }
        return last.isEmpty() || last.startsWith(".") ? "佐证材料" + last : last;
    }

    /** @throws EvidenceRefused where there is none that the caller may see */
    public EvidenceFile one(UUID id, Caller caller) {
        return books.find(id).filter(kept -> sees(kept, caller)).map(Kept::file).orElseThrow(EvidenceRefused::notFound);
    }

    /** @throws EvidenceRefused where it is not in the folder any more */
    public Path content(EvidenceFile file) {
        return store.find(file.sha256()).orElseThrow(() -> {
            log.error("the content {} of evidence {} is missing", file.sha256(), file.id());
            return EvidenceRefused.lost();
        });
    }

    /**
     * The words of a document, for a look at it.
     *
     * @throws EvidenceRefused where it is no .docx, or a broken one
     */
    public EvidenceText text(EvidenceFile file) {
        if (file.type() != EvidenceType.WORD) {
            throw EvidenceRefused.noText();
        }
        return WordText.of(content(file));
    }

    private boolean sees(Kept kept, Caller caller) {
        return kept.unitId().equals(caller.unit())
                || books.uses(kept.file().id()).stream().anyMatch(use -> shows(use, caller));
    }

    // what waits for the head of the unit has not left the unit
    private boolean shows(Use use, Caller caller) {
        return use.state() != State.PENDING
                && holders.stream()
                        .anyMatch(holder ->
                                holder.kind() == use.kind() && holder.shows(use.subjectId(), use.unitId(), caller));
    }
}
