package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.task.plan.reading.FindingCode.NO_UNIT;
import static org.duban.task.plan.reading.FindingCode.SOFT_TARGET;
import static org.duban.task.plan.reading.FindingCode.WILDCARD_UNIT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.web.FieldError;
import org.duban.kit.web.Refusal;
import org.duban.task.directory.KnownUnit;
import org.duban.task.ledger.NewTask;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftFinding;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.draft.Drafts;
import org.duban.task.plan.draft.FindingState;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.unit.UnitNames;
import org.junit.jupiter.api.Test;

class PlanReadingTest {
    private static final UUID COUNTY = UUID.randomUUID();
    private final KnownUnit health = unit("县卫生健康局");
    private final KnownUnit finance = unit("县财政局");

    private static KnownUnit unit(String shortName) {
        return new KnownUnit(
                UUID.randomUUID(), "临江" + shortName, shortName, List.of(), "COUNTY", COUNTY, "临江县", false, 1);
    }

    private static PlanReading reading(Draft draft) {
        return new PlanReading(
                UUID.randomUUID(),
                "方案.docx",
                PlanReading.State.OPEN,
                COUNTY,
                "",
                new PlanReader().read(""),
                draft,
                null,
                null,
                OffsetDateTime.parse("2026-03-13T09:00:00+08:00"),
                "督查科",
                1);
    }

    private Adoption adopt(PlanReading reading) {
        return reading.adoption(
                new UnitNames(reading.draft().units(), List.of(health, finance), Map.of()), COUNTY, null);
    }

    private static DraftTask kept() {
        return Drafts.task(1, List.of("县卫生健康局"), List.of("县财政局"));
    }

    @Test
    void becomesAPlanWithItsTasksAndTheUnitsMeant() {
        Adoption adoption = adopt(reading(Drafts.of(kept())));
        assertThat(adoption.plan().title()).isEqualTo("临江县实施方案");
        assertThat(adoption.plan().countyId()).isEqualTo(COUNTY);
        assertThat(adoption.tasks())
                .extracting(NewTask::leads, NewTask::cooperators)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of(health.id()), List.of(finance.id())));
    }

    @Test
    void waitsForAPersonWhileAWildcardIsOpen() {
        DraftTask task = Drafts.task(1, List.of("县卫生健康局"), List.of(), List.of("各相关部门"));
        PlanReading open = reading(Drafts.of(List.of(task), Drafts.finding(WILDCARD_UNIT, 1, "各相关部门")));
        assertRefused(() -> adopt(open), "open-findings");
        PlanReading resolved = open.corrected(1, Drafts.wildcards());
        assertThat(resolved.draft().findings()).extracting(DraftFinding::state).containsExactly(FindingState.RESOLVED);
        assertThat(adopt(resolved).tasks()).hasSize(1);
    }

    @Test
    void oneOfTwoWildcardsResolvedLeavesTheOther() {
        DraftTask task = Drafts.task(1, List.of("县卫生健康局"), List.of(), List.of("各相关部门", "各乡镇人民政府"));
        PlanReading both = reading(Drafts.of(
                List.of(task), Drafts.finding(WILDCARD_UNIT, 1, "各相关部门"), Drafts.finding(WILDCARD_UNIT, 1, "各乡镇人民政府")));
        assertThat(both.corrected(1, Drafts.wildcards("各乡镇人民政府")).draft().findings())
                .extracting(DraftFinding::state)
                .containsExactly(FindingState.RESOLVED, FindingState.OPEN);
    }

    @Test
    void aTaskWithoutUnitsWaitsUntilItHasALead() {
        PlanReading open =
                reading(Drafts.of(List.of(Drafts.task(1, List.of(), List.of())), Drafts.finding(NO_UNIT, 1, "没有责任单位")));
        assertRefused(() -> adopt(open), "open-findings");
        assertThat(adopt(open.corrected(1, Drafts.leads("县卫生健康局"))).tasks()).hasSize(1);
    }

    @Test
    void dismissingTheFindingDoesNotMakeUpForAMissingLead() {
        DraftFinding finding = Drafts.finding(NO_UNIT, 1, "没有责任单位");
        PlanReading dismissed = reading(Drafts.of(List.of(Drafts.task(1, List.of(), List.of())), finding))
                .decided(finding.id(), FindingState.DISMISSED);
        assertRefused(() -> adopt(dismissed), "open-findings");
    }

    @Test
    void aTaskLeftOutBlocksNothing() {
        PlanReading skipped = reading(Drafts.of(
                        List.of(kept(), Drafts.task(2, List.of(), List.of())), Drafts.finding(NO_UNIT, 2, "没有责任单位")))
                .corrected(2, Drafts.skip());
        assertThat(adopt(skipped).tasks()).extracting(NewTask::ordinal).containsExactly(1);
    }

    @Test
    void aRemarkBlocksNothing() {
        assertThat(adopt(reading(Drafts.of(List.of(kept()), Drafts.finding(SOFT_TARGET, 1, "力争"))))
                        .tasks())
                .hasSize(1);
    }

    @Test
    void everyUnknownUnitIsNamed() {
        PlanReading unknown = reading(Drafts.withTask(List.of("县卫生健康局", "县水务局"), List.of("县林业局")));
        assertThatThrownBy(() -> adopt(unknown)).isInstanceOfSatisfying(PlanRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("unknown-units");
            assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/units/县水务局", "/units/县林业局");
        });
    }

    @Test
    void isAdoptedOnceAndThenFixed() {
        PlanReading adopted =
                reading(Drafts.of(kept())).adoptedAs(UUID.randomUUID(), Map.of(1, UUID.randomUUID()), false);
        assertRefused(() -> adopt(adopted), "already-adopted");
        assertRefused(() -> adopted.corrected(1, Drafts.skip()), "already-adopted");
        assertRefused(adopted::discarded, "already-adopted");
    }

    @Test
    void withEveryTaskLeftOutThereIsNothingToAdopt() {
        assertRefused(() -> adopt(reading(Drafts.of(kept())).corrected(1, Drafts.skip())), "nothing-to-adopt");
    }

    @Test
    void aCorrectedDayCanBeTakenBack() {
        PlanReading dated = reading(Drafts.of(kept())).corrected(1, Drafts.dueOn(LocalDate.of(2026, 6, 30)));
        assertThat(dated.draft().tasks().getFirst().dueOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        PlanReading undated = dated.corrected(1, Drafts.dueOn(null));
        assertThat(undated.draft().tasks().getFirst().dueOn()).isNull();
        assertThat(undated.version()).isEqualTo(3);
    }

    @Test
    void leavingATaskOutIsNoCorrectionOfIt() {
        PlanReading skipped = reading(Drafts.of(kept())).corrected(1, Drafts.skip());
        assertThat(skipped.draft().tasks().getFirst().corrected()).isFalse();
        assertThat(skipped.corrected(1, Drafts.leads("县财政局"))
                        .draft()
                        .tasks()
                        .getFirst()
                        .corrected())
                .isTrue();
    }

    @Test
    void aTaskThatIsNotThereIsNotFound() {
        assertRefused(() -> reading(Drafts.of(kept())).corrected(9, Drafts.skip()), "no-such-task");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable decision, String code) {
        assertThatThrownBy(decision)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
