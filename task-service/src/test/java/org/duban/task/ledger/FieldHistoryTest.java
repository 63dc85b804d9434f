package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.duban.task.ledger.FieldHistory.FieldStep;
import org.junit.jupiter.api.Test;

class FieldHistoryTest {

    private static TaskHappening on(int day, String by, String action, Map<String, Object> details) {
        return new TaskHappening(
                OffsetDateTime.parse("2026-11-%02dT09:00:00+08:00".formatted(day)),
                by,
                by + "的单位",
                action,
                null,
                details);
    }

    private static Map<String, Object> revised(String field, String from, String to) {
        return Map.of("changes", List.of(Map.of("field", field, "from", from, "to", to)));
    }

    @Test
    void eachFieldTellsEveryValueItHad_newestFirst() {
        var history = FieldHistory.of(List.of(
                on(9, "周", "REVISE", revised("dueOn", "2026-12-01", "2026-12-31")),
                on(8, "方", "REPORT", Map.of("progress", 60)),
                on(5, "周", "REVISE", revised("title", "建立制度", "健全制度")),
                on(4, "方", "REPORT", Map.of("progress", 20, "from", "ACKNOWLEDGED", "to", "IN_PROGRESS")),
                on(3, "周", "REVISE", revised("dueOn", "2026-11-30", "2026-12-01")),
                on(1, "周", "ASSIGN", Map.of())));

        assertThat(history).extracting(FieldHistory::field).containsExactly("dueOn", "progress", "title", "state");
        assertThat(history.getFirst().changes())
                .extracting(FieldStep::from, FieldStep::to, FieldStep::by)
                .containsExactly(tuple("2026-12-01", "2026-12-31", "周"), tuple("2026-11-30", "2026-12-01", "周"));
        assertThat(history.get(1).changes())
                .extracting(FieldStep::from, FieldStep::to)
                .containsExactly(tuple("20", "60"), tuple(null, "20"));
    }

    @Test
    void eachUnitsProgressGoesOnFromItsOwn() {
        var history = FieldHistory.of(List.of(
                on(6, "方", "REPORT", Map.of("progress", 50)),
                on(5, "林", "REPORT", Map.of("progress", 10)),
                on(4, "方", "REPORT", Map.of("progress", 30))));

        assertThat(history)
                .singleElement()
                .satisfies(progress -> assertThat(progress.changes())
                        .extracting(FieldStep::byUnit, FieldStep::from, FieldStep::to)
                        .containsExactly(
                                tuple("方的单位", "30", "50"), tuple("林的单位", null, "10"), tuple("方的单位", null, "30")));
    }

    @Test
    void anExtensionAndANewCycleMoveTheDay_andANewCycleBeginsWithNothingDone() {
        var history = FieldHistory.of(List.of(
                on(9, "方", "REPORT", Map.of("progress", 15)),
                on(8, "系统", "RENEW", Map.of("dueOn", "2027-03-31", "cycle", "本季度", "done", false, "progress", 60)),
                on(6, "周", "EXTEND", Map.of("dueOn", "2026-12-31", "dueOnBefore", "2026-12-15")),
                on(4, "方", "REPORT", Map.of("progress", 60))));

        assertThat(history)
                .filteredOn(field -> field.field().equals("dueOn"))
                .singleElement()
                .satisfies(day -> assertThat(day.changes())
                        .extracting(FieldStep::from, FieldStep::to)
                        .containsExactly(tuple("2026-12-31", "2027-03-31"), tuple("2026-12-15", "2026-12-31")));
        assertThat(history)
                .filteredOn(field -> field.field().equals("progress"))
                .singleElement()
                .satisfies(progress -> assertThat(progress.changes())
                        .extracting(FieldStep::from, FieldStep::to)
                        .containsExactly(tuple("0", "15"), tuple(null, "60")));
    }

    @Test
    void whatAUnitWishesForIsNotWhatWasSet() {
        assertThat(FieldHistory.of(List.of(
                        on(3, "周", "SET_MILESTONES", revised("milestones", "", "出台方案")),
                        on(2, "方", "PROPOSE_MILESTONES", revised("milestones", "", "出台初稿")))))
                .extracting(FieldHistory::field)
                .containsExactly("milestones", "proposedMilestones");
    }

    @Test
    void whatChangedNothingIsNoChange() {
        assertThat(FieldHistory.of(
                        List.of(on(1, "周", "ASSIGN", Map.of()), on(2, "周", "URGE", Map.of("units", List.of())))))
                .isEmpty();
    }
}
