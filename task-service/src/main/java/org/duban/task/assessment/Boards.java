package org.duban.task.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.task.assessment.Facts.Assessed;
import org.duban.task.assessment.ScoringRules.Tally;
import org.duban.task.assessment.SettledMonths.Announced;
import org.duban.task.assessment.SettledMonths.Settled;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The whole city's standings in a month: as settled and corrected since, or as the facts are now. Whoever shows them asks who may see which. */
@Component
class Boards {
    private final Facts facts;
    private final ScoringRuleSets ruleSets;
    private final SettledMonths settledMonths;
    private final Clock clock;

    Boards(Facts facts, ScoringRuleSets ruleSets, SettledMonths settledMonths, Clock clock) {
        this.facts = facts;
        this.ruleSets = ruleSets;
        this.settledMonths = settledMonths;
        this.clock = clock;
    }

    /**
     * @param place 1 for the highest total; units with the same total share it
     * @param announced what was announced when the month was settled; null before
     */
    record Standing(
            UUID unitId,
            @Nullable UUID countyId,
            Score score,
            int place,
            @Nullable Announced announced) {}

    /** @param settled null while it is not */
    record Board(YearMonth month, @Nullable Settled settled, ScoringRules rules, List<Standing> standings) {

        Optional<Standing> of(UUID unit) {
            return standings.stream()
                    .filter(standing -> standing.unitId().equals(unit))
                    .findFirst();
        }

        @Nullable
        BigDecimal average() {
            return standings.isEmpty()
                    ? null
                    : standings.stream()
                            .map(standing -> standing.score().total())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(standings.size()), 2, RoundingMode.HALF_UP);
        }
    }

    /** @throws AssessmentRefused for a month that has not begun */
    Board of(YearMonth month) {
        return settledMonths.find(month).map(this::settled).orElseGet(() -> asOfNow(month, ruleSets.inForce(month)));
    }

    private Board settled(Settled settled) {
        Map<UUID, Map<Measure, Tally>> tallies = settledMonths.tallies(settled.month());
        List<Standing> unplaced = settledMonths.scores(settled.month()).stream()
                .map(one -> new Standing(
                        one.unitId(),
                        one.countyId(),
                        settled.rules().score(tallies.getOrDefault(one.unitId(), Map.of())),
                        0,
                        one))
                .toList();
        return new Board(settled.month(), settled, settled.rules(), placed(unplaced));
    }

    /** By any rules, from the facts as they are. */
    Board asOfNow(YearMonth month, ScoringRules rules) {
        LocalDate today = LocalDate.now(clock);
        if (month.atDay(1).isAfter(today)) {
            throw AssessmentRefused.monthToCome();
        }
        Map<UUID, Map<Measure, Tally>> tallies = facts.tallies(month, today, rules);
        return new Board(month, null, rules, placed(unplaced(facts.assessed(month, today, rules), rules, tallies)));
    }

    /** From lines that are about to be kept. */
    Board of(YearMonth month, ScoringRules rules, List<ScoreLine> lines) {
        Map<UUID, Assessed> assessed = new LinkedHashMap<>();
        facts.assessed(month, LocalDate.now(clock), rules).forEach(one -> assessed.put(one.unitId(), one));
        Map<UUID, Map<Measure, Tally>> tallies = new HashMap<>();
        for (ScoreLine line : lines) {
            assessed.putIfAbsent(line.unitId(), new Assessed(line.unitId(), line.countyId()));
            tallies.computeIfAbsent(line.unitId(), it -> new EnumMap<>(Measure.class))
                    .merge(line.measure(), new Tally(1, line.points()), Tally::and);
        }
        return new Board(month, null, rules, placed(unplaced(assessed.values(), rules, tallies)));
    }

    private static List<Standing> unplaced(
            Collection<Assessed> assessed, ScoringRules rules, Map<UUID, Map<Measure, Tally>> tallies) {
        return assessed.stream()
                .map(unit -> new Standing(
                        unit.unitId(),
                        unit.countyId(),
                        rules.score(tallies.getOrDefault(unit.unitId(), Map.of())),
                        0,
                        null))
                .toList();
    }

    static List<Standing> placed(List<Standing> unplaced) {
        List<Standing> sorted = unplaced.stream()
                .sorted(Comparator.comparing((Standing one) -> one.score().total())
                        .reversed()
                        .thenComparing(Standing::unitId))
                .toList();
        List<Standing> placed = new ArrayList<>();
        for (Standing one : sorted) {
            Standing before = placed.isEmpty() ? null : placed.getLast();
            int place = before != null
                            && before.score().total().compareTo(one.score().total()) == 0
                    ? before.place()
                    : placed.size() + 1;
            placed.add(new Standing(one.unitId(), one.countyId(), one.score(), place, one.announced()));
        }
        return placed;
    }

    static Map<UUID, Standing> byUnit(Board board) {
        Map<UUID, Standing> byUnit = new HashMap<>();
        board.standings().forEach(one -> byUnit.put(one.unitId(), one));
        return byUnit;
    }
}
