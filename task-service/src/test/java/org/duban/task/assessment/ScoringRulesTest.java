package org.duban.task.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.task.assessment.Boards.Standing;
import org.duban.task.assessment.ScoringRules.ScoringItem;
import org.duban.task.assessment.ScoringRules.ScoringPart;
import org.duban.task.assessment.ScoringRules.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoringRulesTest {
    private static final ScoringRules RULES = new ScoringRules(
            List.of(
                    part("报送", 60, item(Measure.LATE_REPORT, "5", "12"), item(Measure.MISSED_REPORT, "30", null)),
                    part("任务", 40, item(Measure.OVERDUE_TASK, "10", null))),
            List.of(item(Measure.COMPLETED_EARLY, "1.5", "3"), item(Measure.FEATURE, "5", null)),
            new BigDecimal("6"));

    private static ScoringItem item(Measure measure, String points, @Nullable String cap) {
        return new ScoringItem(measure, new BigDecimal(points), cap == null ? null : new BigDecimal(cap));
    }

    private static ScoringPart part(String name, int weight, ScoringItem... items) {
        return new ScoringPart(name, weight, List.of(items));
    }

    private static Map<Measure, Tally> counted(Object... facts) {
        Map<Measure, Tally> counted = new EnumMap<>(Measure.class);
        for (int i = 0; i < facts.length; i += 3) {
            counted.put((Measure) facts[i], new Tally((int) facts[i + 1], new BigDecimal((String) facts[i + 2])));
        }
        return counted;
    }

    private static String total(Map<Measure, Tally> counted) {
        return RULES.score(counted).total().toPlainString();
    }

    @Test
    void whoeverHasNothingAgainstItHasAHundred() {
        assertThat(total(Map.of())).isEqualTo("100");
    }

    @Test
    void whatIsTakenFromAPartCountsByItsWeight() {
        assertThat(total(counted(Measure.LATE_REPORT, 2, "10", Measure.OVERDUE_TASK, 1, "10")))
                .isEqualTo("90");
    }

    @Test
    void anItemTakesNoMoreThanItsCap() {
        Score score = RULES.score(counted(Measure.LATE_REPORT, 4, "20"));
        assertThat(score.total()).isEqualByComparingTo("92.8");
        assertThat(score.parts().getFirst().items().getFirst().capped()).isTrue();
        assertThat(score.parts().getFirst().items().getFirst().counted()).isEqualByComparingTo("12");
    }

    @Test
    void aPartHasNothingLessThanNone() {
        Score score = RULES.score(counted(Measure.MISSED_REPORT, 5, "150"));
        assertThat(score.parts().getFirst().score()).isZero();
        assertThat(score.total()).isEqualByComparingTo("40");
    }

    @Test
    void bonusIsAddedUpToTheCapOfAll() {
        assertThat(total(counted(Measure.COMPLETED_EARLY, 4, "6"))).isEqualTo("103");
        assertThat(total(counted(Measure.COMPLETED_EARLY, 4, "6", Measure.FEATURE, 1, "5")))
                .isEqualTo("106");
    }

    @Test
    void whatWasTakenBackUnderACapChangesTheScoreOnlyBelowIt() {
        assertThat(total(counted(Measure.LATE_REPORT, 4, "15"))).isEqualTo("92.8");
        assertThat(total(counted(Measure.LATE_REPORT, 4, "10"))).isEqualTo("94");
    }

    @Test
    void factsOfAKindWithoutAnItemDoNotCount() {
        assertThat(total(counted(Measure.TALK, 3, "90"))).isEqualTo("100");
    }

    @Test
    void theUsualRulesMakeSense() {
        assertThat(ScoringRules.USUAL.errors()).isEmpty();
    }

    @Test
    void everythingWrongIsNamedWhereItStands() {
        ScoringRules wrong = new ScoringRules(
                List.of(
                        part("报送", 60, item(Measure.LATE_REPORT, "5", "3"), item(Measure.FEATURE, "1", null)),
                        part("报送", 50, item(Measure.LATE_REPORT, "0", null)),
                        part("空", 10)),
                List.of(item(Measure.TALK, "1.234", null)),
                new BigDecimal("-1"));
        assertThat(wrong.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/rules/parts",
                        "/rules/parts/0/items/0/cap",
                        "/rules/parts/0/items/1/measure",
                        "/rules/parts/1/name",
                        "/rules/parts/1/items/0/measure",
                        "/rules/parts/1/items/0/points",
                        "/rules/parts/2/items",
                        "/rules/bonus/0/measure",
                        "/rules/bonus/0/points",
                        "/rules/bonusCap");
    }

    @Test
    void unitsWithTheSameTotalShareAPlaceAndTheNextOneIsPassedOver() {
        List<Standing> placed = Boards.placed(List.of(
                standing(counted(Measure.OVERDUE_TASK, 1, "10")),
                standing(Map.of()),
                standing(counted(Measure.OVERDUE_TASK, 2, "20")),
                standing(Map.of())));
        assertThat(placed).extracting(Standing::place).containsExactly(1, 1, 3, 4);
        assertThat(placed.getLast().score().total()).isEqualByComparingTo("92");
    }

    private static Standing standing(Map<Measure, Tally> counted) {
        return new Standing(UUID.randomUUID(), null, RULES.score(counted), 0, null);
    }
}
