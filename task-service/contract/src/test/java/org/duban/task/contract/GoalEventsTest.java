package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.duban.task.contract.GoalEvent.GoalAssessed;
import org.duban.task.contract.GoalEvent.GoalDropped;
import org.duban.task.contract.GoalEvent.GoalReturned;
import org.duban.task.contract.GoalEvent.GoalReviewed;
import org.duban.task.contract.GoalEvent.GoalSet;
import org.duban.task.contract.GoalEvent.Verdict;
import org.junit.jupiter.api.Test;

class GoalEventsTest {
    private static final UUID GOAL = Golden.id(2);
    private static final UUID UNIT = Golden.id(3);
    private static final UUID COUNTY = Golden.id(4);
    private static final String TEXT = "建成20家示范中医馆";

    private static final List<GoalEvent> SAMPLES = List.of(
            new GoalSet(GOAL, 1, UNIT, COUNTY, 2026, TEXT, false),
            new GoalDropped(GOAL, 2, UNIT),
            new GoalAssessed(GOAL, 3, UNIT, COUNTY, 2026, TEXT, 90),
            new GoalReturned(GOAL, 4, UNIT, 2026, TEXT, "请补充名单。"),
            new GoalReviewed(GOAL, 5, UNIT, 2026, TEXT, Verdict.PARTLY_MET, "2家尚未验收。"));

    @Test
    void travelsWordForWord() {
        Golden.check(GoalEvent.TYPES, SAMPLES);
    }

    @Test
    void whatBecomesOfOneGoalStaysInOrder() {
        assertThat(SAMPLES).extracting(GoalEvent::key).containsOnly(GOAL.toString());
    }
}
