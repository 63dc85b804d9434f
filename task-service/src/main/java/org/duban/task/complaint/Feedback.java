package org.duban.task.complaint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.task.complaint.Complaint.Decision;
import org.duban.task.complaint.Complaint.Number;
import org.duban.task.complaint.Complaint.Rating;
import org.duban.task.complaint.Complaints.Filed;
import org.duban.task.contract.ComplaintEvent;
import org.duban.task.contract.ComplaintEvent.Kind;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the public can do without signing in: file, look by the code, rate. */
@Service
public class Feedback {
    static final EventChannel<ComplaintEvent> EVENTS =
            EventChannel.of(ComplaintEvent.TOPIC, ComplaintEvent.class, ComplaintEvent.TYPES);
    private static final String PUBLIC = "群众";

    private final Complaints complaints;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;
    private volatile @Nullable Codes codes;

    Feedback(Complaints complaints, Units units, Outbox outbox, AuditTrail audit, Clock clock) {
        this.complaints = complaints;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the form offers.
     *
     * @param units by name only
     * @param challenge to be handed in with what is filed
     * @param difficulty how many zero bits its worked hash begins with
     * @param delaySeconds seconds before which nothing is taken
     */
    public record FeedbackForm(
            List<FeedbackCounty> counties,
            List<FeedbackUnit> units,
            String challenge,
            int difficulty,
            long delaySeconds) {}

    public record FeedbackCounty(UUID id, String name) {}

    /** @param countyId null for the city's own */
    public record FeedbackUnit(
            UUID id, String name, @Nullable UUID countyId) {}

    /**
     * What whoever filed something is told, once.
     *
     * @param code with which it can be looked up
     */
    public record FeedbackReceipt(String number, String code) {}

    /**
     * How it stands, as the public sees it.
     *
     * @param unit who is dealing with it
     * @param answer null until it was approved
     * @param reason why it was not taken up
     */
    public record FeedbackStatus(
            String number,
            Kind kind,
            ComplaintState state,
            LocalDate receivedOn,
            @Nullable String unit,
            @Nullable LocalDate dueOn,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String reason,
            @Nullable Integer rating) {}

    @Transactional(readOnly = true)
    public FeedbackForm form() {
        List<FeedbackCounty> counties = units.counties().entrySet().stream()
                .map(county -> new FeedbackCounty(county.getValue(), county.getKey()))
                .sorted(Comparator.comparing(FeedbackCounty::name))
                .toList();
        List<FeedbackUnit> offered = units.registered().stream()
                .map(unit -> new FeedbackUnit(unit.id(), unit.name(), unit.countyId()))
                .toList();
        return new FeedbackForm(
                counties,
                offered,
                codes().challenge(clock.instant()),
                Codes.DIFFICULTY_BITS,
                Codes.SOONEST.toSeconds());
    }

    /**
     * @param proof digits that the challenge's work was done with
     * @param key made up by the sender: the same content sent again under it gets the same answer
     */
    @Transactional
    public FeedbackReceipt file(NewComplaint asked, String challenge, String proof, String key) {
        codes().check(challenge, proof, clock.instant());
        requireKnown(asked);
        String code = codes().code(challenge, key);
        byte[] codeHash = codes().hashOfCode(code);
        byte[] challengeHash = Codes.sha256(challenge.getBytes(StandardCharsets.UTF_8));
        Optional<Filed> before = complaints.byChallenge(challengeHash);
        if (before.isPresent()) {
            return again(before.get(), codeHash, asked, code);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        Number number = complaints.next(today.getYear());
        Decision filed = Complaint.file(Ids.next(), asked.kind(), number, asked.countyId(), today);
        complaints.add(filed.complaint(), asked, codeHash, challengeHash, now);
        record(filed, now);
        return new FeedbackReceipt(number.words(asked.kind()), grouped(code));
    }

    private static FeedbackReceipt again(Filed before, byte[] codeHash, NewComplaint asked, String code) {
        if (!Arrays.equals(before.codeHash(), codeHash) || !before.content().equals(asked.content())) {
            throw ComplaintRefused.wrongChallenge();
        }
        return new FeedbackReceipt(new Number(before.year(), before.number()).words(before.kind()), grouped(code));
    }

    private void requireKnown(NewComplaint asked) {
        if (asked.countyId() != null && units.countyName(asked.countyId()).isEmpty()) {
            throw ComplaintRefused.noSuchCounty();
        }
        UUID subject = asked.subjectUnitId();
        if (subject != null
                && units.find(subject).filter(unit -> !unit.retired()).isEmpty()) {
            throw ComplaintRefused.noSuchUnit("/unitId");
        }
    }

    @Transactional(readOnly = true)
    public FeedbackStatus look(String code) {
        return status(complaints.find(found(code)).orElseThrow(ComplaintRefused::wrongCode));
    }

    /** @param stars 1 to 5, asked once */
    @Transactional
    public FeedbackStatus rate(String code, int stars, @Nullable String words) {
        Complaint before = complaints.locked(found(code)).orElseThrow(ComplaintRefused::wrongCode);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Decision rated = before.rate(new Rating(stars, words, now.toLocalDate()));
        complaints.save(rated.complaint(), now);
        record(rated, now);
        return status(rated.complaint());
    }

    private UUID found(String code) {
        String plain = Codes.plain(code);
        if (plain.length() != Codes.LENGTH) {
            throw ComplaintRefused.wrongCode();
        }
        return complaints.byCode(codes().hashOfCode(plain)).orElseThrow(ComplaintRefused::wrongCode);
    }

    private FeedbackStatus status(Complaint complaint) {
        Complaint.Given given = complaint.given();
        Complaint.Answer answer = complaint.answer();
        Complaint.Answer approved = answer == null || answer.answeredOn() == null ? null : answer;
        boolean rejected = complaint.state() == ComplaintState.REJECTED;
        return new FeedbackStatus(
                complaint.number().words(complaint.kind()),
                complaint.kind(),
                complaint.state(),
                complaint.receivedOn(),
                given == null
                        ? null
                        : units.find(given.unitId())
                                .map(KnownUnit::ref)
                                .map(UnitRef::name)
                                .orElse(null),
                given == null || approved != null ? null : given.dueOn(),
                approved == null ? null : approved.words(),
                approved == null ? null : approved.answeredOn(),
                rejected ? complaint.reason() : null,
                complaint.rating() == null ? null : complaint.rating().stars());
    }

    private void record(Decision decided, OffsetDateTime now) {
        Complaint complaint = decided.complaint();
        complaints.note(complaint.id(), now, PUBLIC, null, decided.action(), decided.words());
        if (decided.event() != null) {
            outbox.append(EVENTS.outgoing(decided.event().key(), decided.event()));
        }
        audit.record(
                "complaint-" + decided.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "complaint",
                complaint.id(),
                Map.of("to", complaint.state().name()));
    }

    private Codes codes() {
        Codes known = codes;
        if (known == null) {
            known = new Codes(complaints.secret());
            codes = known;
        }
        return known;
    }

    private static String grouped(String code) {
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }
}
