package org.duban.task.lightrule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.ledger.TaskPasts;
import org.duban.task.light.Light;
import org.duban.task.light.RuleSet;
import org.duban.task.light.RuleSets;
import org.duban.task.light.Ruling;
import org.duban.task.light.TaskFacts;
import org.duban.task.lightrule.LightTrial.LightDifference;
import org.duban.task.lightrule.LightTrial.LightShown;
import org.duban.task.lightrule.LightTrial.LightTrialMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Judges days gone by with other rules (behaviours.md X6). Nothing is kept of it. */
@Service
public class LightTrials {
    static final int MOST_MONTHS = 24;

    private static final int MOST_DIFFERENCES = 200;

    private final LightRules lightRules;
    private final RuleSets ruleSets;
    private final TaskPasts pasts;
    private final WorkingDays workingDays;
    private final Clock clock;

    LightTrials(LightRules lightRules, RuleSets ruleSets, TaskPasts pasts, WorkingDays workingDays, Clock clock) {
        this.lightRules = lightRules;
        this.ruleSets = ruleSets;
        this.pasts = pasts;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * @param plan null for every plan that follows the city's default
     * @throws LightRulesRefused where the plan is not the caller's, or the months make no sense
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LightTrial run(@Nullable UUID plan, RuleSet tried, YearMonth from, YearMonth to, Caller caller) {
        lightRules.requireDeciding(plan, caller);
        LocalDate today = LocalDate.now(clock);
        if (from.isAfter(to) || to.isAfter(YearMonth.from(today)) || from.isBefore(to.minusMonths(MOST_MONTHS - 1))) {
            throw LightRulesRefused.monthsOutOfRange(MOST_MONTHS);
        }
        List<Tally> tallies = Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .map(month -> new Tally(month, month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth()))
                .toList();
        List<LightDifference> differences = new ArrayList<>();
        List<UUID> own = plan == null ? ruleSets.withOwn(today) : List.of();
        pasts.each(plan, own, tallies.stream().map(Tally::day).toList(), task -> {
            for (Tally tally : tallies) {
                TaskFacts facts = task.facts().get(tally.day);
                if (facts != null) {
                    Ruling then = rulesOf(task.planId(), tally).of(facts, tally.day, workingDays);
                    Ruling now = tried.of(facts, tally.day, workingDays);
                    if (tally.counts(then.light(), now.light()) && tally.differing <= MOST_DIFFERENCES) {
                        differences.add(difference(tally.month, task, then, now));
                    }
                }
            }
        });
        return new LightTrial(
                plan,
                tallies.stream().map(Tally::result).toList(),
                tallies.stream().mapToInt(tally -> tally.differing).sum(),
                differences.stream()
                        .sorted(Comparator.comparing(LightDifference::month).reversed())
                        .limit(MOST_DIFFERENCES)
                        .toList());
    }

    private RuleSet rulesOf(UUID plan, Tally tally) {
        return tally.inForce.computeIfAbsent(
                plan, one -> ruleSets.inForce(List.of(one), tally.day).get(one));
    }

    private static LightDifference difference(YearMonth month, TaskPasts.Then task, Ruling then, Ruling tried) {
        return new LightDifference(
                month.toString(),
                task.id(),
                task.planId(),
                task.planTitle(),
                task.title(),
                new LightShown(then.light(), then.reason()),
                new LightShown(tried.light(), tried.reason()));
    }

    /** One month as it is counted. */
    private static final class Tally {
        private final YearMonth month;
        private final LocalDate day;
        private final Map<UUID, RuleSet> inForce = new LinkedHashMap<>();
        private final Map<Light, Integer> then = none();
        private final Map<Light, Integer> tried = none();
        private int tasks;
        private int differing;

        private Tally(YearMonth month, LocalDate day) {
            this.month = month;
            this.day = day;
        }

        private LocalDate day() {
            return day;
        }

        /** @return whether they differ */
        private boolean counts(Light before, Light after) {
            tasks++;
            then.merge(before, 1, Integer::sum);
            tried.merge(after, 1, Integer::sum);
            if (before == after) {
                return false;
            }
            differing++;
            return true;
        }

        private LightTrialMonth result() {
            return new LightTrialMonth(month.toString(), day, tasks, then, tried, differing);
        }

        private static Map<Light, Integer> none() {
            Map<Light, Integer> none = new EnumMap<>(Light.class);
            for (Light light : Light.values()) {
                none.put(light, 0);
            }
            return none;
        }
    }
}
