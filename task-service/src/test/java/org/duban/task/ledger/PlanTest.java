package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.contract.TaskEvent;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private static Plan plan(Phase... phases) {
        return new Plan(
                UUID.randomUUID(),
                "方案",
                null,
                null,
                null,
                "IMPLEMENTATION_PLAN",
                Plan.Source.DOCUMENT,
                null,
                null,
                25,
                10,
                OffsetDateTime.parse("2026-03-13T09:00:00+08:00"),
                LocalDate.of(2026, 3, 13),
                List.of(phases),
                1);
    }

    private static NewTask task(LocalDate dueOn, boolean standing) {
        return new NewTask(1, "任务", "任务", dueOn, standing, List.of(), List.of(UNIT), List.of(), null);
    }

    private static final Phase FIRST = new Phase("启动", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 5, 31));
    private static final Phase LAST = new Phase("总结", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 9, 30));

    @Test
    void aTaskKeepsItsOwnDay() {
        assertThat(plan(FIRST, LAST).dueDayOf(task(LocalDate.of(2026, 6, 30), false)))
                .contains(LocalDate.of(2026, 6, 30));
    }

    @Test
    void aTaskWithoutADayInheritsTheEndOfTheLastPhase() {
        assertThat(plan(LAST, FIRST).dueDayOf(task(null, false))).contains(LocalDate.of(2026, 9, 30));
    }

    @Test
    void aStandingTaskInheritsNoDay() {
        assertThat(plan(FIRST, LAST).dueDayOf(task(null, true))).isEmpty();
    }

    @Test
    void withoutPhasesThereIsNothingToInherit() {
        assertThat(plan().dueDayOf(task(null, false))).isEmpty();
    }

    @Test
    void aUnitNamedTwiceHasOnePartAndLeadingOutranksCooperating() {
        NewTask named =
                new NewTask(1, "任务", "任务", null, false, List.of(), List.of(UNIT, UNIT), List.of(OTHER, UNIT), null);
        assertThat(Ledger.parts(named.leads(), named.cooperators(), Map.of(), LocalDate.of(2026, 3, 18)))
                .extracting(Part::unitId, Part::part)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(UNIT, TaskEvent.Part.LEAD),
                        org.assertj.core.groups.Tuple.tuple(OTHER, TaskEvent.Part.COOPERATING));
    }

    @Test
    void aResolutionsHeadingIsItsFirstSentence() {
        assertThat(MinutesFollowUp.heading("由市卫生健康委牵头制定方案。12月底前完成。")).isEqualTo("由市卫生健康委牵头制定方案");
        assertThat(MinutesFollowUp.heading("长".repeat(60))).hasSize(40).endsWith("…");
    }
}
