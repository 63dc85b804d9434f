package org.duban.journeys.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.journeys.recount.Fact.Asked;
import org.duban.journeys.recount.Fact.Lead;
import org.duban.journeys.recount.Scope.Place;
import org.junit.jupiter.api.Test;

class RecountTest {

    private static final UUID PLAN = UUID.randomUUID();
    private static final UUID COUNTY = UUID.randomUUID();
    private static final Lead CITY_UNIT = new Lead(UUID.randomUUID(), null);
    private static final Lead COUNTY_UNIT = new Lead(UUID.randomUUID(), COUNTY);
    private static final UUID TASK = UUID.randomUUID();
    private static final UUID SHARED = UUID.randomUUID();
    private static final YearMonth MARCH = YearMonth.parse("2025-03");
    private static final Terms TERMS = new Terms(new Calendar(Set.of(), Set.of()), Map.of("重点工作", 25), Map.of());

    private final List<Fact> facts = new ArrayList<>(List.of(
            new Fact.PlanAdopted(at("2025-03-03"), PLAN, "重点工作"),
            new Fact.TaskGiven(at("2025-03-03"), TASK, PLAN, 1, "任务一", day("2025-12-31"), List.of(CITY_UNIT)),
            new Fact.TaskGiven(
                    at("2025-03-03"), SHARED, PLAN, 2, "任务二", day("2025-06-30"), List.of(CITY_UNIT, COUNTY_UNIT))));
    private UUID round = UUID.randomUUID();

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static LocalDateTime at(String day) {
        return day(day).atTime(9, 0);
    }

    private RecountTest opened(YearMonth month, String day, String dueOn, int reports) {
        round = UUID.randomUUID();
        facts.add(new Fact.RoundOpened(at(day), round, PLAN, month, day(dueOn), reports));
        return this;
    }

    private RecountTest march() {
        return opened(MARCH, "2025-03-03", "2025-03-25", 3);
    }

    private Asked report(UUID task, Lead lead) {
        return new Asked(round, task, lead.unit());
    }

    private RecountTest handsIn(UUID task, Lead lead, String day, int progress, boolean onTime) {
        facts.add(new Fact.ReportHandedIn(at(day), report(task, lead), progress, onTime));
        return this;
    }

    private RecountTest closes(String day) {
        facts.add(new Fact.RoundClosed(at(day), round));
        return this;
    }

    private Recount on(String today) {
        return new Recount(facts, TERMS, day(today));
    }

    private Figures whole(String today) {
        return on(today).figures(MARCH, Scope.EVERYTHING);
    }

    @Test
    void eachLeadUnitOwesOneReportOnEachTask() {
        var figures = march().whole("2025-03-10");
        assertThat(figures.tasks()).isEqualTo(2);
        assertThat(figures.owed()).isEqualTo(3);
        assertThat(figures.onTimeRate()).isEqualTo("0.0");
        assertThat(figures.lights()).containsEntry(Light.GREEN, 3);
        assertThat(on("2025-03-10").contradictions()).isEmpty();
    }

    @Test
    void whatComesAfterItsDayIsLate() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-25", 10, true).handsIn(SHARED, CITY_UNIT, "2025-03-26", 20, false);
        var figures = whole("2025-03-26");
        assertThat(figures.submitted()).isEqualTo(2);
        assertThat(figures.onTime()).isEqualTo(1);
        assertThat(figures.late()).isEqualTo(1);
        assertThat(figures.missing()).isEqualTo(1);
        assertThat(figures.onTimeRate()).isEqualTo("33.3");
        assertThat(figures.lights())
                .containsEntry(Light.GREEN, 1)
                .containsEntry(Light.DONE_LATE, 1)
                .containsEntry(Light.RED, 1);
        assertThat(figures.averageProgress()).isEqualTo("10.0");
        assertThat(on("2025-03-26").contradictions()).isEmpty();
    }

    @Test
    void whatIsOwedAndNotThereIsListedOnceItsDayHasPassed() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-20", 10, true).handsIn(SHARED, CITY_UNIT, "2025-03-20", 10, true);
        facts.add(new Fact.ReportReturned(at("2025-03-24"), report(SHARED, CITY_UNIT), day("2025-03-26")));
        assertThat(on("2025-03-25").missing(PLAN, MARCH)).isEmpty();
        assertThat(on("2025-03-26").missing(PLAN, MARCH))
                .containsExactly(new Recount.Missing(SHARED, day("2025-03-25")));
        assertThat(on("2025-03-27").missing(PLAN, MARCH))
                .containsExactlyInAnyOrder(
                        new Recount.Missing(SHARED, day("2025-03-25")), new Recount.Missing(SHARED, day("2025-03-26")));
    }

    @Test
    void whatIsCorrectedKeepsItsDay() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-20", 10, true).handsIn(TASK, CITY_UNIT, "2025-03-28", 12, true);
        assertThat(whole("2025-03-28").onTime()).isEqualTo(1);
        assertThat(on("2025-03-28").contradictions()).isEmpty();
    }

    @Test
    void whatIsReturnedHasTwoWorkingDaysAndCountsOnlyWhenItIsBack() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-21", 10, true);
        facts.add(new Fact.ReportReturned(at("2025-03-27"), report(TASK, CITY_UNIT), day("2025-03-31")));
        var returned = whole("2025-03-27");
        assertThat(returned.submitted()).isZero();
        assertThat(returned.returned()).isEqualTo(1);
        assertThat(returned.lights()).containsEntry(Light.YELLOW, 1);

        handsIn(TASK, CITY_UNIT, "2025-04-01", 10, false);
        assertThat(whole("2025-04-01").late()).isEqualTo(1);
        assertThat(on("2025-04-01").contradictions()).isEmpty();
    }

    @Test
    void aClosedTaskSparesWhatIsOwedAndAClosedRoundDoesNot() {
        march().handsIn(SHARED, CITY_UNIT, "2025-03-10", 100, true);
        facts.add(new Fact.TaskClosed(at("2025-03-11"), SHARED, day("2025-03-11")));
        facts.add(new Fact.ReportEnded(at("2025-03-11"), report(SHARED, COUNTY_UNIT), false));
        facts.add(new Fact.ReportEnded(at("2025-04-09"), report(TASK, CITY_UNIT), true));
        closes("2025-04-09");
        var figures = whole("2025-04-09");
        assertThat(figures.owed()).isEqualTo(2);
        assertThat(figures.missing()).isEqualTo(1);
        assertThat(figures.completionRate()).isEqualTo("50.0");
        assertThat(on("2025-04-09").contradictions()).isEmpty();

        opened(MARCH.plusMonths(1), "2025-04-09", "2025-04-25", 1);
        assertThat(on("2025-04-09").contradictions()).isEmpty();
    }

    @Test
    void tasksOfAClosedMonthStandAsTheyStoodThen() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-10", 30, true).closes("2025-04-09");
        opened(MARCH.plusMonths(1), "2025-04-09", "2025-04-25", 3).handsIn(TASK, CITY_UNIT, "2025-04-10", 50, true);
        facts.add(new Fact.TaskClosed(at("2025-04-11"), TASK, day("2025-04-11")));
        assertThat(whole("2025-04-11").averageProgress()).isEqualTo("15.0");
        assertThat(whole("2025-04-11").closed()).isZero();
        var april = on("2025-04-11").figures(MARCH.plusMonths(1), Scope.ofPlan(PLAN));
        assertThat(april.averageProgress()).isEqualTo("50.0");
        assertThat(april.closed()).isEqualTo(1);
    }

    @Test
    void whatIsAcceptedAfterItsRoundIsClosedMovesNoNumber() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-10", 30, true).handsIn(SHARED, CITY_UNIT, "2025-03-10", 30, true);
        facts.add(new Fact.ReportAccepted(at("2025-03-11"), report(TASK, CITY_UNIT)));
        closes("2025-04-09");
        facts.add(new Fact.ReportAccepted(at("2025-04-10"), report(SHARED, CITY_UNIT)));
        assertThat(whole("2025-04-10").accepted()).isEqualTo(1);
        assertThat(whole("2025-04-10").submitted()).isEqualTo(2);
    }

    @Test
    void aSharedTaskIsOneOfTheCityAndOneOfEachCounty() {
        march().handsIn(SHARED, COUNTY_UNIT, "2025-03-10", 41, true);
        var recount = on("2025-03-10");
        assertThat(recount.places(MARCH, Scope.EVERYTHING)).hasSize(2).satisfies(places -> {
            assertThat(places.get(new Place(null)).tasks()).isEqualTo(2);
            assertThat(places.get(new Place(COUNTY)).tasks()).isEqualTo(1);
            assertThat(places.get(new Place(COUNTY)).averageProgress()).isEqualTo("21.0");
        });
        assertThat(recount.units(MARCH, Scope.EVERYTHING)
                        .get(COUNTY_UNIT.unit())
                        .averageProgress())
                .as("a unit's own part")
                .isEqualTo("41.0");
    }

    @Test
    void theTrendLeavesOutMonthsWithoutAnyRound() {
        march();
        assertThat(on("2025-03-10").trend(MARCH.plusMonths(2), Scope.EVERYTHING))
                .singleElement()
                .isEqualTo(new Recount.Month(MARCH, 3, 0, 0, new BigDecimal("0.0"), new BigDecimal("0.0")));
    }

    @Test
    void whatIsToldAndNotSoIsFound() {
        opened(MARCH, "2025-03-03", "2025-03-24", 4).handsIn(TASK, CITY_UNIT, "2025-03-26", 10, true);
        facts.add(new Fact.LightTurned(at("2025-03-26"), TASK, Light.RED));
        facts.add(new Fact.ReportEnded(at("2025-03-26"), report(SHARED, COUNTY_UNIT), true));
        assertThat(on("2025-03-26").contradictions()).hasSize(5);
    }

    @Test
    void aRectificationIsInTimeByTheDayThatWasAgreed() {
        var item = UUID.randomUUID();
        facts.add(new Fact.RectificationOpened(at("2025-03-26"), item, day("2025-04-30")));
        assertThat(on("2025-05-06").rectifications()).isEqualTo(new Recount.Rectifications(1, 1, 0, 0, null));
        facts.add(new Fact.RectificationAgreed(at("2025-04-02"), item, day("2025-05-06")));
        facts.add(new Fact.RectificationClosed(at("2025-05-06"), item, day("2025-05-06"), true));
        assertThat(on("2025-05-06").rectifications())
                .isEqualTo(new Recount.Rectifications(0, 0, 1, 1, new BigDecimal("100.0")));
        assertThat(on("2025-05-06").contradictions()).isEmpty();
    }

    @Test
    void theSheetTellsOfAnExtension() {
        facts.add(new Fact.TaskExtended(at("2025-03-10"), SHARED, day("2025-09-30")));
        march().handsIn(SHARED, CITY_UNIT, "2025-03-10", 10, true);
        assertThat(on("2025-03-10").sheet(PLAN))
                .last()
                .isEqualTo(new SheetLine(
                        2,
                        "任务二",
                        List.of(CITY_UNIT.unit(), COUNTY_UNIT.unit()),
                        Light.GREEN,
                        false,
                        day("2025-09-30"),
                        day("2025-06-30"),
                        5,
                        3,
                        MARCH));
    }

    @Test
    void whatSaysTheSameTwiceStandsStill() {
        march().handsIn(TASK, CITY_UNIT, "2025-03-10", 30, true);
        assertThat(on("2025-03-10").still(PLAN, MARCH)).isEmpty();
        closes("2025-04-09");
        opened(MARCH.plusMonths(1), "2025-04-09", "2025-04-25", 3).handsIn(TASK, CITY_UNIT, "2025-04-10", 30, true);
        assertThat(on("2025-04-10").still(PLAN, MARCH.plusMonths(1))).containsExactly(new Recount.Still(TASK, 30, 2));
    }
}
