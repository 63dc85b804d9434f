package org.duban.task.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.web.FieldError;
import org.duban.task.assessment.Boards.Board;
import org.duban.task.assessment.Boards.Standing;
import org.duban.task.assessment.ScoringRuleSets.Adopted;
import org.duban.task.assessment.ScoringRulesView.ScoringMeasure;
import org.duban.task.assessment.ScoringRulesView.ScoringRulesAdoption;
import org.duban.task.assessment.ScoringTrial.TriedUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The city adopts the rules by which months are scored, from a month on that has not begun; and tries them on months gone by (X6). */
@Service
public class Scoring {
    private final ScoringRuleSets ruleSets;
    private final Boards boards;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    Scoring(ScoringRuleSets ruleSets, Boards boards, Units units, AuditTrail audit, Clock clock) {
        this.ruleSets = ruleSets;
        this.boards = boards;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ScoringRulesView rules(Caller caller) {
        List<Adopted> history = ruleSets.history();
        YearMonth now = YearMonth.now(clock);
        Adopted inForce = history.stream()
                .filter(one -> !one.superseded() && !one.from().isAfter(now))
                .findFirst()
                .orElse(null);
        return new ScoringRulesView(
                history.size(),
                inForce == null ? ScoringRules.USUAL : inForce.rules(),
                inForce == null ? null : inForce.from().toString(),
                ScoringRules.USUAL,
                Arrays.stream(Measure.values())
                        .map(one -> new ScoringMeasure(one, one.words(), one.explanation(), one.bonus()))
                        .toList(),
                history.stream().map(one -> adoption(one, inForce, now)).toList(),
                earliest(history, now).toString(),
                AssessmentViews.runs(caller));
    }

    private static ScoringRulesAdoption adoption(Adopted one, @Nullable Adopted inForce, YearMonth now) {
        ScoringRulesAdoption.State state = one.superseded()
                ? ScoringRulesAdoption.State.SUPERSEDED
                : one.from().isAfter(now)
                        ? ScoringRulesAdoption.State.COMING
                        : one == inForce ? ScoringRulesAdoption.State.IN_FORCE : ScoringRulesAdoption.State.PAST;
        return new ScoringRulesAdoption(
                one.id(), one.from().toString(), state, one.rules(), one.reason(), one.at(), one.by());
    }

    /** Units are not to be scored by rules that came in the middle of a month; only the very first may. */
    private static YearMonth earliest(List<Adopted> history, YearMonth now) {
        return history.isEmpty() ? now : now.plusMonths(1);
    }

    /**
     * @param version is handed the rules' version and throws where the caller decided on another
     * @throws AssessmentRefused where they make no sense, come too early, or are not the caller's to adopt
     */
    @Transactional
    public ScoringRulesView adopt(
            ScoringRules rules, YearMonth from, String reason, LongConsumer version, Caller caller) {
        requireSense(rules, caller);
        ruleSets.hold();
        List<Adopted> history = ruleSets.history();
        version.accept(history.size());
        YearMonth earliest = earliest(history, YearMonth.now(clock));
        if (from.isBefore(earliest)) {
            throw AssessmentRefused.tooEarly(earliest);
        }
        UUID id = Ids.next();
        ruleSets.add(new Adopted(id, from, rules, reason, OffsetDateTime.now(clock), caller.name(), false));
        audit.record(
                "scoring-rules-adopted",
                "scoring-rules",
                id,
                Map.of("from", from.toString(), "reason", reason, "rules", rules));
        return rules(caller);
    }

    /**
     * What other rules would have made of a month's facts, beside what was made of them. Nothing is kept of it.
     *
     * @throws AssessmentRefused where the rules make no sense or the month has not begun
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ScoringTrial trial(ScoringRules rules, YearMonth month, Caller caller) {
        requireSense(rules, caller);
        Board then = boards.of(month);
        Board tried = boards.asOfNow(month, rules);
        Map<UUID, Standing> before = Boards.byUnit(then);
        Map<UUID, Standing> after = Boards.byUnit(tried);
        Set<UUID> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        Map<UUID, UnitRef> refs = units.refs(all);
        List<TriedUnit> rows = all.stream()
                .map(unit -> tried(unit, before.get(unit), after.get(unit), refs))
                .sorted(Comparator.comparing(TriedUnit::place, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(row -> row.unit().id()))
                .toList();
        return new ScoringTrial(
                month.toString(),
                then.settled() != null,
                then.average(),
                tried.average(),
                (int) rows.stream().filter(TriedUnit::differs).count(),
                rows);
    }

    private static TriedUnit tried(
            UUID unit, @Nullable Standing before, @Nullable Standing after, Map<UUID, UnitRef> refs) {
        Standing known = before == null ? after : before;
        BigDecimal was = before == null ? null : before.score().total();
        BigDecimal is = after == null ? null : after.score().total();
        return new TriedUnit(
                AssessmentViews.ref(unit, known == null ? null : known.countyId(), refs),
                was,
                before == null ? null : before.place(),
                is,
                after == null ? null : after.place(),
                was == null || is == null || was.compareTo(is) != 0);
    }

    private static void requireSense(ScoringRules rules, Caller caller) {
        if (!AssessmentViews.runs(caller)) {
            throw AssessmentRefused.cityDecides();
        }
        List<FieldError> errors = rules.errors();
        if (!errors.isEmpty()) {
            throw AssessmentRefused.wrongRules(errors);
        }
    }
}
