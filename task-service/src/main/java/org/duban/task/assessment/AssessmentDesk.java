package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.assessment.Appeal.Said;
import org.duban.task.assessment.Awards.Award;
import org.duban.task.assessment.Boards.Board;
import org.duban.task.assessment.Boards.Standing;
import org.duban.task.assessment.ScoringRules.ScoringItem;
import org.duban.task.assessment.SettledMonths.Announced;
import org.duban.task.assessment.SettledMonths.Settled;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.AssessmentEvent;
import org.duban.task.contract.AssessmentEvent.ScoreAnnounced;
import org.duban.task.contract.AssessmentEvent.ScoreAppealDecided;
import org.duban.task.contract.AssessmentEvent.ScoreAppealWithdrawn;
import org.duban.task.contract.AssessmentEvent.ScoreAppealed;
import org.duban.task.contract.AssessmentEvent.Sheet;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.TaskViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where months are settled, points given by hand, and appeals decided. A settled month changes by further lines only. */
@Service
@Transactional
public class AssessmentDesk {
    /** From the announcement. */
    static final int WORKING_DAYS_TO_APPEAL = 5;

    private static final EventChannel<AssessmentEvent> EVENTS =
            EventChannel.of(AssessmentEvent.TOPIC, AssessmentEvent.class, AssessmentEvent.TYPES);

    private final Boards boards;
    private final Facts facts;
    private final ScoringRuleSets ruleSets;
    private final SettledMonths settledMonths;
    private final Appeals appeals;
    private final Awards awards;
    private final AssessmentViews views;
    private final TaskViews tasks;
    private final Units units;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AssessmentDesk(
            Boards boards,
            Facts facts,
            ScoringRuleSets ruleSets,
            SettledMonths settledMonths,
            Appeals appeals,
            Awards awards,
            AssessmentViews views,
            TaskViews tasks,
            Units units,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.boards = boards;
        this.facts = facts;
        this.ruleSets = ruleSets;
        this.settledMonths = settledMonths;
        this.appeals = appeals;
        this.awards = awards;
        this.views = views;
        this.tasks = tasks;
        this.units = units;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts the month for good and tells every unit: what was counted is kept line by line, with the rules of that month. */
    public void settle(YearMonth month, Caller by) {
        requireRuns(by);
        settledMonths.hold(month, true);
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        if (!month.atEndOfMonth().isBefore(today)) {
            throw AssessmentRefused.monthStillRuns(month.atEndOfMonth());
        }
        if (settledMonths.find(month).isPresent()) {
            throw AssessmentRefused.settledAlready();
        }
        int openRounds = settledMonths.openRounds(month);
        if (openRounds > 0) {
            throw AssessmentRefused.roundsStillOpen(openRounds);
        }
        ScoringRules rules = ruleSets.inForce(month);
        List<ScoreLine> lines = lines(month, rules, today);
        // From the very lines that are kept, so that score and lines agree whatever happens meanwhile.
        Board board = boards.of(month, rules, lines);
        List<Announced> scores = board.standings().stream()
                .map(one -> new Announced(
                        Ids.next(),
                        month,
                        one.unitId(),
                        one.countyId(),
                        one.score().total(),
                        one.place()))
                .toList();
        Settled settled = new Settled(month, rules, now, by.name(), workingDays.plus(today, WORKING_DAYS_TO_APPEAL));
        settledMonths.add(settled, scores, lines);
        audit.record(
                "assessment-settled",
                "assessment",
                Ids.next(),
                Map.of(
                        "month",
                        month.toString(),
                        "units",
                        scores.size(),
                        "rules",
                        rules,
                        "appealBy",
                        settled.appealBy().toString()));
        scores.forEach(score -> tell(new ScoreAnnounced(
                sheet(score), ScoringRules.plain(score.total()), score.place(), scores.size(), settled.appealBy())));
    }

    private List<ScoreLine> lines(YearMonth month, ScoringRules rules, LocalDate today) {
        List<ScoreLine> lines = new ArrayList<>();
        facts.of(month, today, rules.measures(), null).forEach(fact -> {
            ScoringItem item = rules.item(fact.measure());
            if (item != null) {
                lines.add(ScoreLine.of(Ids.next(), month, fact, item));
            }
        });
        return lines;
    }

    /**
     * Points by hand, for something of a unit's own.
     *
     * @param taskId the task in which it was done; null where it belongs to none
     */
    public UUID award(YearMonth month, UUID unit, BigDecimal points, String words, @Nullable UUID taskId, Caller by) {
        requireRuns(by);
        settledMonths.hold(month, false);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (month.atDay(1).isAfter(now.toLocalDate())) {
            throw AssessmentRefused.monthToCome();
        }
        requireNotSettled(month);
        ScoringItem item = ruleSets.inForce(month).item(Measure.FEATURE);
        if (item == null) {
            throw AssessmentRefused.noFeatures();
        }
        if (points.compareTo(item.points()) > 0) {
            throw AssessmentRefused.awardTooHigh(item.points());
        }
        UnitRef ref = units.refs(List.of(unit)).get(unit);
        if (ref == null) {
            throw AssessmentRefused.unknownUnit();
        }
        if (taskId != null) {
            tasks.task(taskId, by);
        }
        UUID id = Ids.next();
        awards.add(new Award(id, month, unit, ref.countyId(), points, words, taskId), by.name(), now);
        audit.record(
                "assessment-awarded",
                "assessment-award",
                id,
                Map.of("month", month.toString(), "unit", unit, "points", points, "words", words));
        return id;
    }

    /** Until the month is settled. */
    public void withdrawAward(UUID id, Caller by) {
        requireRuns(by);
        Award award = awards.find(id).orElseThrow(AssessmentRefused::awardNotFound);
        settledMonths.hold(award.month(), false);
        requireNotSettled(award.month());
        if (!awards.withdraw(id, by.name(), OffsetDateTime.now(clock))) {
            throw AssessmentRefused.awardNotFound();
        }
        audit.record(
                "assessment-award-withdrawn",
                "assessment-award",
                id,
                Map.of("month", award.month().toString(), "unit", award.unitId(), "points", award.points()));
    }

    /** A unit appeals against one line of its own; once for each. */
    public UUID appeal(UUID lineId, String words, Caller by) {
        ScoreLine line = settledMonths
                .line(lineId)
                .filter(one -> by.sees(one.unitId(), one.countyId()))
                .orElseThrow(AssessmentRefused::lineNotFound);
        UUID unit = by.unit();
        if (unit == null) {
            throw AssessmentRefused.onlyOwn();
        }
        Settled settled = settledMonths.find(line.month()).orElseThrow(AssessmentRefused::lineNotFound);
        Appeal appeal = Appeal.open(
                Ids.next(), line, unit, settled.appealBy(), new Said(OffsetDateTime.now(clock), by.name(), words));
        if (!appeals.add(appeal)) {
            throw AssessmentRefused.appealedAlready();
        }
        audit.record(
                "score-appealed",
                "assessment-appeal",
                appeal.id(),
                Map.of("line", lineId, "unit", appeal.unitId(), "words", words));
        tell(new ScoreAppealed(
                sheet(announced(appeal)), appeal.id(), line.measure().words(), line.words(), words));
        return appeal.id();
    }

    /**
     * @param restored of the line's points, null for all; only where it is upheld
     * @param version is handed the appeal's version and throws where the caller decided on another
     */
    public void decide(
            UUID id, boolean upheld, @Nullable BigDecimal restored, String words, LongConsumer version, Caller by) {
        Appeal before = held(id, version, by);
        requireRuns(by);
        ScoreLine line = settledMonths.line(before.lineId()).orElseThrow(AssessmentRefused::lineNotFound);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Said said = new Said(now, by.name(), words);
        Appeal after = upheld ? before.uphold(line, restored, said) : before.reject(said);
        appeals.save(after);
        BigDecimal given = after.decision() == null ? null : after.decision().restored();
        if (given != null) {
            settledMonths.addLines(List.of(line.takenBack(Ids.next(), id, given, now.toLocalDate())), now);
        }
        Map<String, Object> details = new HashMap<>();
        details.put("line", line.id());
        details.put("upheld", upheld);
        details.put("words", words);
        if (given != null) {
            details.put("restored", given);
        }
        audit.record("score-appeal-decided", "assessment-appeal", id, details);
        Standing standing = boards.of(after.month()).of(after.unitId()).orElseThrow(AssessmentRefused::sheetNotFound);
        tell(new ScoreAppealDecided(
                sheet(announced(after)),
                id,
                upheld,
                given == null ? null : ScoringRules.plain(given),
                standing.score().total(),
                standing.place(),
                words));
    }

    public void withdrawAppeal(UUID id, LongConsumer version, Caller by) {
        Appeal before = held(id, version, by);
        if (!before.unitId().equals(by.unit())) {
            throw AssessmentRefused.onlyOwn();
        }
        Appeal after = before.withdraw();
        appeals.save(after);
        audit.record("score-appeal-withdrawn", "assessment-appeal", id, Map.of("line", after.lineId()));
        tell(new ScoreAppealWithdrawn(sheet(announced(after)), id));
    }

    private Appeal held(UUID id, LongConsumer version, Caller by) {
        views.appeal(id, by);
        Appeal before = appeals.locked(id).orElseThrow(AssessmentRefused::appealNotFound);
        version.accept(before.version());
        return before;
    }

    private Announced announced(Appeal appeal) {
        return settledMonths.scores(appeal.month()).stream()
                .filter(one -> one.unitId().equals(appeal.unitId()))
                .findFirst()
                .orElseThrow(AssessmentRefused::sheetNotFound);
    }

    private static Sheet sheet(Announced score) {
        return new Sheet(score.id(), score.month().toString(), score.unitId(), score.countyId());
    }

    private void requireNotSettled(YearMonth month) {
        if (settledMonths.find(month).isPresent()) {
            throw AssessmentRefused.settledAlready();
        }
    }

    private static void requireRuns(Caller by) {
        if (!AssessmentViews.runs(by)) {
            throw AssessmentRefused.cityDecides();
        }
    }

    private void tell(AssessmentEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
