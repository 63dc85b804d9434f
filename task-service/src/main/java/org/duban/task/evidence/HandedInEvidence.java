package org.duban.task.evidence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.security.Caller;
import org.duban.task.evidence.EvidenceBooks.State;
import org.duban.task.evidence.EvidenceBooks.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that are handed in with something: in the transaction of whoever hands it in, of the unit's own files only, as many as may
 * be.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandedInEvidence {

    private final EvidenceBooks books;
    private final EvidenceSettings settings;
    private final List<EvidenceHolder> holders;
    private final AuditTrail audit;
    private final Clock clock;

    HandedInEvidence(
            EvidenceBooks books,
            EvidenceSettings settings,
            List<EvidenceHolder> holders,
            AuditTrail audit,
            Clock clock) {
        this.books = books;
        this.settings = settings;
        this.holders = holders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * With a report that is handed in: what came with it before, and is not named any more, is let go.
     *
     * @param county the unit's; null for the city's own
     * @throws EvidenceRefused where there are too many, or one is not the unit's
     */
    public void withReport(UUID report, UUID unit, @Nullable UUID county, List<UUID> files, String by) {
        var subject = new Subject(EvidenceKind.REPORT, report, unit, county);
        var held = held(subject, files);
        var now = OffsetDateTime.now(clock);
        books.drop(subject, State.PENDING, now);
        books.drop(subject, State.CURRENT, now);
        use(subject, held, State.CURRENT, by, now);
    }

    /**
     * With a report that waits for the head of the unit, beside those of the report as it was handed in before.
     *
     * @throws EvidenceRefused as for {@link #withReport}
     */
    public void withProposal(UUID report, UUID unit, @Nullable UUID county, List<UUID> files, String by) {
        var subject = new Subject(EvidenceKind.REPORT, report, unit, county);
        var held = held(subject, files);
        var now = OffsetDateTime.now(clock);
        books.drop(subject, State.PENDING, now);
        use(subject, held, State.PENDING, by, now);
    }

    /** What waits with a report for the head of the unit. */
    public List<UUID> ofProposal(UUID report, UUID unit, @Nullable UUID county) {
        return ids(new Subject(EvidenceKind.REPORT, report, unit, county), State.PENDING);
    }

    /** What was handed in with a report. */
    public List<UUID> ofReport(UUID report, UUID unit, @Nullable UUID county) {
        return ids(new Subject(EvidenceKind.REPORT, report, unit, county), State.CURRENT);
    }

    private List<UUID> ids(Subject subject, State state) {
        return books.files(subject, state).stream().map(EvidenceFile::id).toList();
    }

    /**
     * With the end of something; what came with an earlier end stays on record.
     *
     * @throws EvidenceRefused as for {@link #withReport}
     */
    public void withEnd(
            EvidenceKind kind, UUID subjectId, UUID unit, @Nullable UUID county, List<UUID> files, String by) {
        var subject = new Subject(kind, subjectId, unit, county);
        var held = held(subject, files);
        books.pass(subject);
        use(subject, held, State.CURRENT, by, OffsetDateTime.now(clock));
    }

    /** Newest first, those that the caller may see. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<EvidenceSubmission> of(EvidenceKind kind, UUID subject, Caller caller) {
        var submissions = books.submissions(kind, subject);
        return submissions.isEmpty()
                ? submissions
                : submissions.stream()
                        .filter(one -> holders.stream()
                                .anyMatch(
                                        holder -> holder.kind() == kind && holder.shows(subject, one.unitId(), caller)))
                        .toList();
    }

    private List<EvidenceFile> held(Subject subject, List<UUID> files) {
        var asked = files.stream().distinct().toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        if (asked.size() > settings.perSubmission()) {
            throw EvidenceRefused.tooMany(settings.perSubmission());
        }
        Map<UUID, EvidenceFile> held = books.held(asked, subject.unit()).stream()
                .collect(Collectors.toMap(EvidenceFile::id, Function.identity()));
        for (int place = 0; place < asked.size(); place++) {
            if (!held.containsKey(asked.get(place))) {
                throw EvidenceRefused.gone(place);
            }
        }
        return asked.stream().map(held::get).toList();
    }

    private void use(Subject subject, List<EvidenceFile> files, State state, String by, OffsetDateTime at) {
        if (files.isEmpty()) {
            return;
        }
        books.use(subject, files, state, by, at);
        audit.record(
                "evidence-handed-in",
                subject.kind().name().toLowerCase(java.util.Locale.ROOT),
                subject.id(),
                Map.of(
                        "pending",
                        state == State.PENDING,
                        "files",
                        files.stream()
                                .map(file -> Map.of(
                                        "id", file.id().toString(), "name", file.name(), "sha256", file.sha256()))
                                .toList()));
    }
}
