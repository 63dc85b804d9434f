package org.duban.task.light;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.light.Condition.Behind;
import org.duban.task.light.Condition.DoneLate;
import org.duban.task.light.Condition.DueWithin;
import org.duban.task.light.Condition.Kind;
import org.duban.task.light.Condition.NotStarted;
import org.duban.task.light.Condition.Overdue;
import org.duban.task.light.Condition.ReportOverdue;
import org.duban.task.light.Condition.Returned;
import org.jspecify.annotations.Nullable;

/**
 * What lights the tasks of a plan (behaviours.md P8). Of the rules that are met the gravest lights the task; where none is, it
 * shows green. Pure, so that a rule set can be tried on any day whose facts are known (X6).
 *
 * @param rules kept from grave to calm
 * @param stillDays a task whose progress has not moved for so many days is named, whatever its light (X5); null names none
 */
public record RuleSet(List<Rule> rules, @Nullable Integer stillDays) {

    /** As offices usually have it; what a plan or the city adopts takes its place. */
    public static final RuleSet USUAL = new RuleSet(
            List.of(
                    new Rule(Light.RED, new Overdue(0)),
                    new Rule(Light.RED, new ReportOverdue(0)),
                    new Rule(Light.RED, new Behind(31)),
                    new Rule(Light.YELLOW, new Behind(10)),
                    new Rule(Light.YELLOW, new NotStarted(1)),
                    new Rule(Light.YELLOW, new Returned()),
                    new Rule(Light.YELLOW, new DueWithin(3)),
                    new Rule(Light.BLUE, new DueWithin(7)),
                    new Rule(Light.DONE_LATE, new DoneLate(0))),
            30);

    private static final int MOST_STILL_DAYS = 365;

    /** @throws RulesRefused where a rule could never light anything, or a light means the opposite of what it says */
    public RuleSet {
        rules = rules.stream()
                .sorted(comparing(Rule::light)
                        .reversed()
                        .thenComparing(rule -> rule.when().kind()))
                .toList();
        rules.forEach(RuleSet::check);
        for (int i = 0; i < rules.size(); i++) {
            for (Rule calmer : rules.subList(i + 1, rules.size())) {
                checkOrder(rules.get(i), calmer);
            }
        }
        if (stillDays != null && (stillDays < 1 || stillDays > MOST_STILL_DAYS)) {
            throw RulesRefused.stillDaysOutOfRange(MOST_STILL_DAYS);
        }
    }

    /** @param today the day at whose end the facts are so */
    public Ruling of(TaskFacts task, LocalDate today, WorkingDays workingDays) {
        return rules.stream()
                .map(rule -> rule.when()
                        .met(task, today, workingDays)
                        .map(why -> new Ruling(rule.light(), why, rule.when().kind())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Ruling(Light.GREEN, calm(task), null));
    }

    /**
     * @param movedOn the day on which its progress last moved
     * @return the day from which it is named as one that does not move, should nothing happen; null where it never is
     */
    public @Nullable LocalDate stillFrom(TaskFacts task, @Nullable LocalDate movedOn) {
        return stillDays == null || movedOn == null || task.stage() != TaskFacts.Stage.RUNNING
                ? null
                : movedOn.plusDays(stillDays);
    }

    private static String calm(TaskFacts task) {
        return switch (task.stage()) {
            case DRAFTED -> "草稿，尚未下达";
            case SUSPENDED -> "已暂缓，期间不亮灯";
            case CLOSED -> "已办结";
            case TO_VERIFY -> "已申请办结，等待核验";
            // no number that changes by the day: a row in order is not written anew each night
            case RUNNING ->
                task.dueOn() == null
                        ? "长期任务，按期调度"
                        : "推进正常，办结期限%d年%d月%d日"
                                .formatted(
                                        task.dueOn().getYear(),
                                        task.dueOn().getMonthValue(),
                                        task.dueOn().getDayOfMonth());
        };
    }

    private static void check(Rule rule) {
        Kind kind = rule.when().kind();
        if (rule.light() == Light.GREEN) {
            throw RulesRefused.greenNeedsNoRule();
        }
        if ((rule.light() == Light.DONE_LATE) != (kind == Kind.DONE_LATE)) {
            throw RulesRefused.doneLateStandsApart();
        }
        Integer number = rule.when().number();
        if (number != null && (number < kind.least() || number > kind.most())) {
            throw RulesRefused.outOfRange(kind);
        }
    }

    private static void checkOrder(Rule graver, Rule calmer) {
        Kind kind = graver.when().kind();
        if (kind != calmer.when().kind()) {
            return;
        }
        Integer grave = graver.when().number();
        Integer calm = calmer.when().number();
        if (graver.light() == calmer.light() || grave == null || calm == null) {
            throw RulesRefused.twice(kind);
        }
        if (kind.graverWhenLess() ? grave >= calm : grave <= calm) {
            throw RulesRefused.neverSeen(kind, calmer.light());
        }
    }

    /** One rule as it is written down and sent. @param number null where the kind compares nothing */
    public record RuleLine(Light light, Kind when, @Nullable Integer number) {}

    public List<RuleLine> lines() {
        List<RuleLine> lines = new ArrayList<>();
        rules.forEach(rule -> lines.add(
                new RuleLine(rule.light(), rule.when().kind(), rule.when().number())));
        return lines;
    }

    /** @throws RulesRefused where a number is missing, out of range or leaves a rule without effect */
    public static RuleSet of(List<RuleLine> lines, @Nullable Integer stillDays) {
        return new RuleSet(
                lines.stream()
                        .map(line -> {
                            if (line.when().counts() && line.number() == null) {
                                throw RulesRefused.outOfRange(line.when());
                            }
                            return new Rule(
                                    line.light(),
                                    Condition.of(line.when(), line.when().counts() ? line.number() : null));
                        })
                        .toList(),
                stillDays);
    }
}
