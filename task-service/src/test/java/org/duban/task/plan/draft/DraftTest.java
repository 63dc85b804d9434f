package org.duban.task.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.task.Api;
import org.duban.task.plan.reading.PlanReader;
import org.junit.jupiter.api.Test;

class DraftTest {
    @Test
    void aUnitIsNamedOnceByEachTaskThatIsKept() {
        Draft draft = Drafts.of(
                Drafts.task(1, List.of("县财政局"), List.of("县卫生健康局", "县财政局")),
                Drafts.task(2, List.of("县卫生健康局"), List.of()),
                Drafts.task(3, List.of("县水务局"), List.of()).after(Drafts.skip()));
        assertThat(draft.units()).containsExactly("县财政局", "县卫生健康局", "县卫生健康局");
    }

    @Test
    void aTaskWithoutADayAsksForTheEndOfThePhasesUnlessItIsAStandingOne() {
        String document = Api.document(
                "临江县", "加强宣传。每月开展宣传。（牵头单位：县财政局）", "健全机制。2026年6月底前建成。（牵头单位：县财政局）", "强化督导。发现问题及时整改，长期坚持。（牵头单位：县财政局）");
        LocalDate end = LocalDate.of(2027, 12, 31);
        Draft draft = Draft.of(new PlanReader().read(document))
                .after(new DocumentChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new DocumentChange.NewPhase("推进阶段", LocalDate.of(2026, 3, 1), end),
                                new DocumentChange.NewPhase("启动阶段", LocalDate.of(2026, 1, 1), end.minusYears(1))),
                        null));
        assertThat(draft.tasks())
                .extracting(task -> draft.asked(task).dueOn())
                .containsExactly(end, LocalDate.of(2026, 6, 30), null);
        assertThat(draft.tasks())
                .extracting(task -> draft.asked(task).standing())
                .containsExactly(false, false, true);
    }

    @Test
    void anAdoptedTaskIsKeptAndWaitsNoMore() {
        Draft draft = Drafts.of(Drafts.task(1, List.of("县财政局"), List.of()), Drafts.task(2, List.of("县财政局"), List.of()));
        Draft adopted = draft.adopted(java.util.Map.of(2, UUID.randomUUID()));
        assertThat(adopted.kept()).extracting(DraftTask::ordinal).containsExactly(1, 2);
        assertThat(adopted.waiting()).extracting(DraftTask::ordinal).containsExactly(1);
    }
}
