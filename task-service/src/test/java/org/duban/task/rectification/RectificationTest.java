package org.duban.task.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.rectification.RectificationAction.PASS;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.web.Refusal;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.rectification.Rectification.Decision;
import org.duban.task.rectification.Rectification.Plan;
import org.duban.task.rectification.Rectification.Responsible;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RectificationTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);
    private static final WorkingDays DAYS = new WorkingDays(List.of());
    private static final UUID UNIT = UUID.randomUUID();

    private static Decision opened(RectificationSource source, @Nullable LocalDate dueOn, @Nullable String correction) {
        return Rectification.open(
                UUID.randomUUID(),
                new NewRectification(
                        new Finding(source, MONDAY, "中药房", "存有过期饮片。", null, null, null),
                        UNIT,
                        List.of(),
                        null,
                        dueOn,
                        correction,
                        null),
                new Responsible(UNIT, null, List.of(), null),
                null,
                MONDAY,
                DAYS);
    }

    private static Rectification anItem() {
        return opened(RectificationSource.INSPECTION, null, null).item();
    }

    private static Rectification planned() {
        return anItem().submitPlan(new Plan("无人盘点", "每周盘点一次", DUE), MONDAY)
                .item()
                .agreePlan(null)
                .item();
    }

    @Test
    void newItemAwaitsAPlanWithinTenWorkingDays() {
        Rectification item = anItem();
        assertThat(item.state()).isEqualTo(RectificationState.OPEN);
        assertThat(item.planBy()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(item.dueOn()).isNull();
        assertThat(item.followUp().months()).isEqualTo(6);
    }

    @Test
    void whatWasCorrectedOnTheSpotOnlyAwaitsReinspection() {
        Decision opened = opened(RectificationSource.SELF_CHECK, null, "已当场清理并登记销毁");
        assertThat(opened.item().state()).isEqualTo(RectificationState.RECTIFIED);
        assertThat(opened.item().outcome().evidence()).isEqualTo("已当场清理并登记销毁");
        assertThat(opened.event())
                .isInstanceOfSatisfying(
                        RectificationOpened.class,
                        told -> assertThat(told.onTheSpot()).isTrue());
        assertThat(opened.item().pass(null, null, MONDAY, DAYS).item().outcome().onTime())
                .isTrue();
        assertThatThrownBy(() -> opened(RectificationSource.EXPERT, null, "已改"))
                .isInstanceOf(RectificationRefused.class);
    }

    @Test
    void daysOfThePlanCountOnceItIsAgreed() {
        Rectification demanded = opened(RectificationSource.INSPECTION, MONDAY.plusDays(10), null)
                .item();
        Rectification submitted =
                demanded.submitPlan(new Plan("原因", "措施", DUE), MONDAY).item();
        assertThat(submitted.dueOn()).isEqualTo(MONDAY.plusDays(10));
        assertThat(submitted.agreePlan("同意").item().dueOn()).isEqualTo(DUE);
        assertThatThrownBy(() -> demanded.submitPlan(new Plan("原因", "措施", MONDAY.minusDays(1)), MONDAY))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.errors())
                                .extracting("pointer")
                                .containsExactly("/dueOn"));
    }

    @Test
    void returnedPlanHasFiveWorkingDaysToComeAgain() {
        Rectification submitted =
                anItem().submitPlan(new Plan("原因", "措施", DUE), MONDAY).item();
        Rectification soon = submitted.returnPlan("措施不具体", MONDAY, DAYS).item();
        assertThat(soon.state()).isEqualTo(RectificationState.OPEN);
        assertThat(soon.planBy()).isEqualTo(LocalDate.of(2026, 12, 7));
        assertThat(soon.returnReason()).isEqualTo("措施不具体");
        Rectification late =
                submitted.returnPlan("措施不具体", LocalDate.of(2026, 12, 4), DAYS).item();
        assertThat(late.planBy()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(late.submitPlan(new Plan("原因", "措施", DUE), MONDAY).item().returnReason())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, 2027-01-04, true", "2027-01-01, 2027-01-04, false"})
    void onTimeIsWhatTheUnitDidByItsDayWheneverItIsInspected(LocalDate completed, LocalDate inspected, boolean onTime) {
        Rectification closed = planned()
                .complete("已建立盘点制度", completed)
                .item()
                .pass(null, null, inspected, DAYS)
                .item();
        assertThat(closed.outcome().onTime()).isEqualTo(onTime);
        assertThat(closed.outcome().closedOn()).isEqualTo(inspected);
    }

    @Test
    void failedReinspectionGivesBackWithoutMoreTimeUnlessAnotherDayIsNamed() {
        Rectification completed =
                planned().complete("已改", LocalDate.of(2026, 12, 30)).item();
        LocalDate january = LocalDate.of(2027, 1, 5);
        Rectification back = completed.fail("仍有过期饮片", null, january, DAYS).item();
        assertThat(back.state()).isEqualTo(RectificationState.PLANNED);
        assertThat(back.dueOn()).isEqualTo(DUE);
        assertThat(back.outcome().rectifiedOn()).isNull();
        assertThat(back.returnReason()).isEqualTo("仍有过期饮片");
        assertThat(completed
                        .fail("仍有", january.plusDays(9), january, DAYS)
                        .item()
                        .dueOn())
                .isEqualTo(january.plusDays(9));
        assertThat(back.complete("再改", january.plusDays(1))
                        .item()
                        .pass(null, null, january.plusDays(2), DAYS)
                        .item()
                        .outcome()
                        .onTime())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        ", 2027-06-24",
        "3, 2027-03-24",
        // 24 October 2027 is a Sunday
        "10, 2027-10-25"
    })
    void closedItemIsLookedAtAgainOnAWorkingDay(@Nullable Integer months, LocalDate followUpOn) {
        Decision closed = planned()
                .complete("已改", LocalDate.of(2026, 12, 24))
                .item()
                .pass("合格", months, LocalDate.of(2026, 12, 24), DAYS);
        assertThat(closed.item().followUp().dueOn()).isEqualTo(followUpOn);
        assertThat(closed.event())
                .isInstanceOfSatisfying(
                        RectificationClosed.class,
                        told -> assertThat(told.followUpOn()).isEqualTo(followUpOn));
    }

    @Test
    void noFollowUpIsDueWhereNoneIsWanted() {
        Rectification closed =
                planned().complete("已改", DUE).item().pass(null, 0, DUE, DAYS).item();
        assertThat(closed.followUp().dueOn()).isNull();
    }

    @Test
    void recurredItemNamesTheOneOpenedForIt() {
        UUID again = UUID.randomUUID();
        Rectification recurred = planned()
                .complete("已改", DUE)
                .item()
                .pass(null, null, DUE, DAYS)
                .item()
                .recur("又见过期饮片", again, DUE.plusMonths(6))
                .item();
        assertThat(recurred.state()).isEqualTo(RectificationState.RECURRED);
        assertThat(recurred.followUp().recurredAs()).isEqualTo(again);
    }

    @Test
    void titleIsTheFirstSentenceOfTheProblem() {
        assertThat(finding("中药房存有过期饮片。另外台账不全").title()).isEqualTo("中药房存有过期饮片");
        assertThat(finding("问".repeat(60)).title()).hasSize(41).endsWith("…");
    }

    private static Finding finding(String problem) {
        return new Finding(RectificationSource.EXPERT, MONDAY, null, problem, null, null, null);
    }

    /** What an official would draw on a board, written again without looking at the table. */
    private static final Map<RectificationState, Set<String>> BOARD = Map.of(
            RectificationState.OPEN, Set.of("SUBMIT_PLAN PLAN_SUBMITTED", "WITHDRAW WITHDRAWN"),
            RectificationState.PLAN_SUBMITTED,
                    Set.of(
                            "SUBMIT_PLAN PLAN_SUBMITTED",
                            "AGREE_PLAN PLANNED",
                            "RETURN_PLAN OPEN",
                            "WITHDRAW WITHDRAWN"),
            RectificationState.PLANNED, Set.of("COMPLETE RECTIFIED", "WITHDRAW WITHDRAWN"),
            RectificationState.RECTIFIED, Set.of("PASS CLOSED", "FAIL PLANNED"),
            RectificationState.CLOSED, Set.of("HOLD HELD", "RECUR RECURRED"),
            RectificationState.HELD, Set.of(),
            RectificationState.RECURRED, Set.of(),
            RectificationState.WITHDRAWN, Set.of());

    @Test
    void noSequenceOfCallsLeavesTheBoard() {
        Random random = new Random(20261122);
        Set<RectificationState> reached = EnumSet.noneOf(RectificationState.class);
        for (int walk = 0; walk < 500; walk++) {
            Rectification item = anItem();
            for (int step = 0; step < 20; step++) {
                RectificationAction action =
                        RectificationAction.values()[1 + random.nextInt(RectificationAction.values().length - 1)];
                RectificationState before = item.state();
                boolean foreseen = BOARD.get(before).stream().anyMatch(line -> line.startsWith(action + " "));
                assertThat(item.allows(action)).as("%s in %s", action, before).isEqualTo(foreseen);
                if (foreseen) {
                    Rectification after = apply(item, action);
                    assertThat(BOARD.get(before)).contains(action + " " + after.state());
                    assertThat(after.version()).isEqualTo(item.version() + 1);
                    item = after;
                } else {
                    Rectification standing = item;
                    assertThatThrownBy(() -> apply(standing, action))
                            .isInstanceOfSatisfying(
                                    Refusal.class,
                                    refused -> assertThat(refused.code()).isEqualTo("not-allowed-now"));
                }
                reached.add(item.state());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(RectificationState.values());
    }

    private static Rectification apply(Rectification item, RectificationAction action) {
        return switch (action) {
            case OPEN -> throw new IllegalArgumentException("an item is opened once");
            case SUBMIT_PLAN ->
                item.submitPlan(new Plan("原因", "措施", DUE), MONDAY).item();
            case AGREE_PLAN -> item.agreePlan(null).item();
            case RETURN_PLAN -> item.returnPlan("理由", MONDAY, DAYS).item();
            case COMPLETE -> item.complete("已改", MONDAY).item();
            case PASS -> item.pass(null, null, MONDAY, DAYS).item();
            case FAIL -> item.fail("不合格", null, MONDAY, DAYS).item();
            case HOLD -> item.hold("未见反弹", MONDAY).item();
            case RECUR -> item.recur("反弹", UUID.randomUUID(), MONDAY).item();
            case WITHDRAW -> item.withdraw("重复").item();
        };
    }

    @Test
    void lightSaysWhichDayCounts() {
        assertThat(light(RectificationState.OPEN, MONDAY.plusDays(5), null, false))
                .isEqualTo("BLUE 距制定方案期限还有5天");
        assertThat(light(RectificationState.OPEN, MONDAY.minusDays(2), null, false))
                .isEqualTo("RED 制定方案已逾期2天");
        assertThat(light(RectificationState.PLANNED, MONDAY, MONDAY, false)).isEqualTo("YELLOW 今日整改期限");
        assertThat(light(RectificationState.PLANNED, MONDAY, DUE, true)).isEqualTo("YELLOW 已退回，整改期限为2026年12月31日");
        assertThat(light(RectificationState.PLANNED, MONDAY, DUE, false)).startsWith("GREEN");
        assertThat(light(RectificationState.RECTIFIED, MONDAY, MONDAY.minusDays(9), false))
                .startsWith("GREEN");
        RectificationLights.Facts due =
                new RectificationLights.Facts(RectificationState.CLOSED, MONDAY, DUE, MONDAY, true, false);
        assertThat(RectificationLights.of(due, MONDAY).reason()).isEqualTo("应于2026年11月23日回头看");
        assertThat(RectificationLights.of(due, MONDAY.minusDays(1)).reason()).startsWith("按期整改，已销号");
        assertThat(due.overdue(MONDAY.plusDays(3))).isFalse();
        assertThat(planned().allows(PASS)).isFalse();
    }

    private static String light(
            RectificationState state, LocalDate planBy, @Nullable LocalDate dueOn, boolean returned) {
        var lit = RectificationLights.of(
                new RectificationLights.Facts(state, planBy, dueOn, null, null, returned), MONDAY);
        return lit.light() + " " + lit.reason();
    }
}
