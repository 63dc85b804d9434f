package org.duban.task.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.light.Light.BLUE;
import static org.duban.task.light.Light.DONE_LATE;
import static org.duban.task.light.Light.GREEN;
import static org.duban.task.light.Light.RED;
import static org.duban.task.light.Light.YELLOW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.duban.task.calendar.PublishedDays;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.light.Condition.Behind;
import org.duban.task.light.Condition.DoneLate;
import org.duban.task.light.Condition.DueWithin;
import org.duban.task.light.Condition.Kind;
import org.duban.task.light.Condition.NotStarted;
import org.duban.task.light.Condition.Overdue;
import org.duban.task.light.Condition.Returned;
import org.duban.task.light.RuleSet.RuleLine;
import org.duban.task.light.TaskFacts.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lights a task, and what is said of it (behaviours.md P8). */
class RuleSetTest {
    private static final LocalDate GIVEN = LocalDate.of(2023, 1, 10);
    private static final LocalDate DUE = LocalDate.of(2023, 4, 25); // a Tuesday, before the First of May

    private final WorkingDays days = PublishedDays.ofTheStateCouncil();

    private static TaskFacts facts(Stage stage, int progress, @Nullable Integer scheduled) {
        return new TaskFacts(stage, DUE, GIVEN, null, progress, scheduled, false, null, false);
    }

    private static TaskFacts running(@Nullable LocalDate dueOn) {
        return new TaskFacts(Stage.RUNNING, dueOn, GIVEN, null, 50, null, false, null, false);
    }

    private static TaskFacts owing(@Nullable LocalDate reportDueOn, boolean returned) {
        return new TaskFacts(Stage.RUNNING, DUE, GIVEN, null, 50, null, false, reportDueOn, returned);
    }

    private static TaskFacts closed(@Nullable LocalDate dueOn, LocalDate closedOn) {
        return new TaskFacts(Stage.CLOSED, dueOn, GIVEN, closedOn, 100, null, false, null, false);
    }

    private Ruling usual(TaskFacts facts, LocalDate today) {
        return RuleSet.USUAL.of(facts, today, days);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-04-17, GREEN, '推进正常，办结期限2023年4月25日'",
        "2023-04-18, BLUE, 距办结期限还有7天",
        "2023-04-20, BLUE, 距办结期限还有5天",
        "2023-04-22, YELLOW, 距办结期限还有3天",
        "2023-04-25, YELLOW, 今日办结期限",
        "2023-04-27, RED, 已超办结期限2个工作日",
    })
    void aTaskGrowsGraverAsItsDayComes(LocalDate today, Light light, String reason) {
        Ruling ruling = usual(running(DUE), today);
        assertThat(ruling.light()).isEqualTo(light);
        assertThat(ruling.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "45, 45, GREEN",
        "36, 45, GREEN",
        "35, 45, YELLOW",
        "15, 45, YELLOW",
        "14, 45, RED",
        "90, 45, GREEN",
    })
    void whatFallsBehindItsScheduleIsWarnedOfFromTenPointsAndRedBeyondThirty(int progress, int scheduled, Light light) {
        assertThat(usual(facts(Stage.RUNNING, progress, scheduled), GIVEN).light())
                .isEqualTo(light);
    }

    @Test
    void theReasonCarriesTheNumbersThatWereCompared() {
        assertThat(usual(facts(Stage.RUNNING, 20, 45), GIVEN))
                .isEqualTo(new Ruling(YELLOW, "进度20%，序时进度45%，落后25个百分点", Kind.BEHIND));
        assertThat(usual(facts(Stage.RUNNING, 0, 5), GIVEN.plusMonths(2).plusDays(3)))
                .isEqualTo(new Ruling(YELLOW, "自1月10日起已满2个月，尚未启动", Kind.NOT_STARTED));
        assertThat(usual(facts(Stage.RUNNING, 0, 5), GIVEN.plusMonths(1).minusDays(1))
                        .light())
                .as("its first month is not over")
                .isEqualTo(GREEN);
        LocalDate day = LocalDate.of(2023, 4, 12);
        assertThat(usual(owing(day.minusDays(1), false), day).reason()).isEqualTo("报送已逾期1个工作日");
        assertThat(usual(owing(day.plusDays(2), true), day).reason()).isEqualTo("报送被退回，尚未重报");
        assertThat(usual(owing(day.plusDays(2), false), day).light())
                .as("a report that is merely near does not colour the task")
                .isEqualTo(GREEN);
        assertThat(usual(new TaskFacts(Stage.RUNNING, null, GIVEN, null, 50, null, true, null, false), day))
                .isEqualTo(new Ruling(YELLOW, "办结申请被退回，尚未重新提交", Kind.RETURNED));
    }

    @Test
    void whoSaysThatAllIsDoneIsNotBehindButMayBeLate() {
        assertThat(usual(facts(Stage.TO_VERIFY, 0, 90), GIVEN.plusMonths(2)))
                .isEqualTo(new Ruling(GREEN, "已申请办结，等待核验", null));
        assertThat(usual(facts(Stage.TO_VERIFY, 0, 90), DUE.plusDays(1)).light())
                .isEqualTo(RED);
    }

    @Test
    void nothingLightsWhatNobodyOwes() {
        LocalDate late = DUE.plusMonths(3);
        for (Stage stage : List.of(Stage.DRAFTED, Stage.SUSPENDED)) {
            assertThat(usual(new TaskFacts(stage, DUE, GIVEN, null, 0, 100, true, GIVEN, true), late)
                            .light())
                    .isEqualTo(GREEN);
        }
        assertThat(usual(running(null), late).reason()).isEqualTo("长期任务，按期调度");
    }

    @Test
    void aClosedTaskKeepsOnlyWhetherItWasClosedInTime() {
        LocalDate later = DUE.plusMonths(5);
        assertThat(usual(closed(DUE, DUE), later)).isEqualTo(new Ruling(GREEN, "已办结", null));
        assertThat(usual(closed(DUE, DUE.plusDays(2)), later))
                .isEqualTo(new Ruling(DONE_LATE, "逾期2个工作日办结", Kind.DONE_LATE));
        assertThat(usual(closed(null, later), later).light()).isEqualTo(GREEN);
        RuleSet lenient = new RuleSet(List.of(new Rule(DONE_LATE, new DoneLate(5))), null);
        assertThat(lenient.of(closed(DUE, DUE.plusDays(5)), later, days).light())
                .isEqualTo(GREEN);
        assertThat(lenient.of(closed(DUE, DUE.plusDays(6)), later, days).light())
                .isEqualTo(DONE_LATE);
    }

    @Test
    void aTaskIsNamedOnceItHasNotMovedForLong() {
        assertThat(RuleSet.USUAL.stillFrom(running(DUE), GIVEN)).isEqualTo(GIVEN.plusDays(30));
        assertThat(RuleSet.USUAL.stillFrom(facts(Stage.TO_VERIFY, 50, null), GIVEN))
                .as("its units have nothing left to do")
                .isNull();
        assertThat(new RuleSet(List.of(), null).stillFrom(running(DUE), GIVEN)).isNull();
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        refused(List.of(new Rule(GREEN, new Overdue(0))), "light-rule-green");
        refused(List.of(new Rule(RED, new DoneLate(0))), "light-rule-done-late");
        refused(List.of(new Rule(DONE_LATE, new Overdue(0))), "light-rule-done-late");
        refused(List.of(new Rule(RED, new Behind(0))), "light-rule-number");
        refused(List.of(new Rule(RED, new NotStarted(25))), "light-rule-number");
        refused(List.of(new Rule(RED, new Returned()), new Rule(YELLOW, new Returned())), "light-rule-twice");
        refused(List.of(new Rule(RED, new Behind(20)), new Rule(RED, new Behind(30))), "light-rule-twice");
        refused(List.of(new Rule(RED, new Behind(10)), new Rule(YELLOW, new Behind(30))), "light-rule-never-seen");
        refused(List.of(new Rule(YELLOW, new DueWithin(7)), new Rule(BLUE, new DueWithin(3))), "light-rule-never-seen");
        assertThatThrownBy(() -> new RuleSet(List.of(), 0)).isInstanceOf(RulesRefused.class);
        assertThatThrownBy(() -> RuleSet.of(List.of(new RuleLine(RED, Kind.BEHIND, null)), null))
                .isInstanceOf(RulesRefused.class);
    }

    private static void refused(List<Rule> rules, String code) {
        assertThatThrownBy(() -> new RuleSet(rules, null))
                .isInstanceOfSatisfying(
                        RulesRefused.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    // ---- whatever the rules and the facts

    @RepeatedTest(300)
    void theGravestRuleThatIsMetLightsTheTask(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        RuleSet rules = rules(random);
        for (int i = 0; i < 50; i++) {
            TaskFacts facts = facts(random);
            LocalDate today = GIVEN.plusDays(random.nextInt(400));
            Light gravest = GREEN;
            for (Rule rule : rules.rules()) {
                boolean met = rule.when().met(facts, today, days).isPresent();
                gravest = met && rule.light().compareTo(gravest) > 0 ? rule.light() : gravest;
            }
            Ruling ruling = rules.of(facts, today, days);
            assertThat(ruling.light()).as("%s on %s by %s", facts, today, rules).isEqualTo(gravest);
            assertThat(ruling.cause() == null).isEqualTo(gravest == GREEN);
            assertThat(ruling.reason()).isNotBlank();
        }
    }

    @RepeatedTest(100)
    void oneRuleLessNeverMakesATaskGraver(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        RuleSet rules = rules(random);
        if (rules.rules().isEmpty()) {
            return;
        }
        List<Rule> fewer = new ArrayList<>(rules.rules());
        fewer.remove(random.nextInt(fewer.size()));
        RuleSet lenient = new RuleSet(fewer, rules.stillDays());
        for (int i = 0; i < 50; i++) {
            TaskFacts facts = facts(random);
            LocalDate today = GIVEN.plusDays(random.nextInt(400));
            assertThat(lenient.of(facts, today, days).light())
                    .isLessThanOrEqualTo(rules.of(facts, today, days).light());
        }
    }

    @RepeatedTest(50)
    void byTheUsualRulesNoTaskGrowsCalmerByBeingLeftAlone(RepetitionInfo run) {
        TaskFacts facts = facts(new Random(run.getCurrentRepetition()));
        Light before = GREEN;
        for (int day = 0; day < 400; day++) {
            Light light = usual(facts, GIVEN.plusDays(day)).light();
            assertThat(light).as("%s on day %d", facts, day).isGreaterThanOrEqualTo(before);
            before = light;
        }
    }

    @RepeatedTest(100)
    void whatIsWrittenDownIsReadBackTheSame(RepetitionInfo run) {
        RuleSet rules = rules(new Random(run.getCurrentRepetition()));
        assertThat(RuleSet.of(rules.lines(), rules.stillDays())).isEqualTo(rules);
        assertThat(rules.rules())
                .isSortedAccordingTo(Comparator.comparing(Rule::light).reversed());
    }

    private static RuleSet rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.DONE_LATE))) {
            int span = kind.most() - kind.least();
            int one = kind.least() + random.nextInt(Math.max(1, span));
            int other = one + 1 + random.nextInt(Math.max(1, kind.most() - one));
            boolean two = random.nextBoolean() && kind.counts() && other <= kind.most();
            if (two) {
                rules.add(new Rule(RED, Condition.of(kind, kind == Kind.DUE_WITHIN ? one : other)));
                rules.add(new Rule(
                        random.nextBoolean() ? YELLOW : BLUE,
                        Condition.of(kind, kind == Kind.DUE_WITHIN ? other : one)));
            } else if (random.nextBoolean()) {
                rules.add(new Rule(List.of(RED, YELLOW, BLUE).get(random.nextInt(3)), Condition.of(kind, one)));
            }
        }
        if (random.nextBoolean()) {
            rules.add(new Rule(DONE_LATE, new DoneLate(random.nextInt(30))));
        }
        return new RuleSet(rules, random.nextBoolean() ? 1 + random.nextInt(90) : null);
    }

    private static TaskFacts facts(Random random) {
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        return new TaskFacts(
                stage,
                random.nextInt(5) == 0 ? null : GIVEN.plusDays(random.nextInt(300) - 20),
                stage == Stage.DRAFTED ? null : GIVEN,
                stage == Stage.CLOSED ? GIVEN.plusDays(random.nextInt(400)) : null,
                random.nextInt(3) == 0 ? 0 : random.nextInt(101),
                random.nextInt(4) == 0 ? null : random.nextInt(101),
                random.nextInt(6) == 0,
                random.nextInt(3) == 0 ? GIVEN.plusDays(random.nextInt(300)) : null,
                random.nextInt(6) == 0);
    }
}
