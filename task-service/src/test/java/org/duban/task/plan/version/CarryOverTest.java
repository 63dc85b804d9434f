package org.duban.task.plan.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.duban.task.Api;
import org.duban.task.plan.draft.Change;
import org.duban.task.plan.draft.DocumentChange;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.draft.Drafts;
import org.duban.task.plan.draft.NewDraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.reading.FindingCode;
import org.duban.task.plan.reading.PlanReader;
import org.duban.task.plan.reading.Reading;
import org.junit.jupiter.api.Test;

class CarryOverTest {
    private static final String MECHANISM = "健全工作机制。建立联席会议制度，每季度召开一次会议，研究解决重大问题。（牵头单位：县卫生健康局；配合单位：县财政局）";
    private static final String TALENT = "加强人才培养。2026年6月底前完成全员培训，提升基层服务能力和水平。（牵头单位：县人力资源社会保障局；配合单位：各相关部门）";
    private static final String MONEY = "落实经费保障。将所需经费列入年度预算，及时拨付到位。（牵头单位：县财政局）";

    private static DocumentVersion read(String... tasks) {
        String text = Api.document("临江县", tasks);
        Reading reading = new PlanReader().read(text);
        return new DocumentVersion(text, reading, Draft.of(reading));
    }

    private static Draft carried(DocumentVersion earlier, UnaryOperator<Draft> review, DocumentVersion newer) {
        return CarryOver.into(
                newer, new DocumentVersion(earlier.text(), earlier.reading(), review.apply(earlier.draft())));
    }

    private static Draft cutBefore(String words, DocumentVersion version) {
        return version.draft()
                .split(version.text(), 1, version.draft().task(1).text().indexOf(words));
    }

    private static TaskChange resolved(String... cooperators) {
        return new TaskChange(null, null, null, List.of(cooperators), List.of(), null, null, null);
    }

    @Test
    void whatAPersonDecidedStandsWhereBothVersionsSayTheSame() {
        Draft draft = carried(
                read(MECHANISM, TALENT, MONEY),
                review -> review.after(2, resolved("县教育局"))
                        .after(1, Drafts.dueOn(LocalDate.of(2026, 10, 31)))
                        .after(3, Drafts.skip()),
                read(MONEY, "新增督导检查。每月开展一次督导检查。（牵头单位：县政府办）", MECHANISM, TALENT));
        assertThat(draft.task(1).kept()).isFalse();
        assertThat(draft.task(1).carried()).containsExactly("decision");
        assertThat(draft.task(2).carried()).isEmpty();
        assertThat(draft.task(3).dueOn()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(draft.task(3).carried()).containsExactly("dueOn");
        assertThat(draft.task(4).cooperators()).containsExactly("县教育局");
        assertThat(draft.task(4).wildcards()).isEmpty();
        assertThat(draft.task(4).resolved())
                .containsExactly(new DraftTask.Resolved("各相关部门", List.of(), List.of("县教育局")));
        assertThat(draft.findings()).noneMatch(finding -> finding.blocks() && finding.isAbout(4));
    }

    @Test
    void whereTheNewerVersionSaysSomethingElseItsWordCounts() {
        Draft draft = carried(
                read(MECHANISM, TALENT),
                review -> review.after(2, resolved("县教育局")).after(2, Drafts.dueOn(LocalDate.of(2026, 5, 31))),
                read(MECHANISM, TALENT.replace("6月底前", "9月底前").replace("各相关部门", "各乡镇人民政府")));
        assertThat(draft.task(2).dueOn()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(draft.task(2).wildcards()).containsExactly("各乡镇人民政府");
        assertThat(draft.task(2).carried()).isEmpty();
        assertThat(draft.findings())
                .anyMatch(finding ->
                        finding.code() == FindingCode.WILDCARD_UNIT && finding.isAbout(2) && finding.blocks());
    }

    @Test
    void aTaskThatWasCutIsCutAgain() {
        DocumentVersion earlier = read(MECHANISM, TALENT);
        Draft draft = carried(
                earlier,
                review -> cutBefore("每季度", earlier).after(2, Drafts.leads("县政府办")),
                read(MONEY, MECHANISM, TALENT));
        assertThat(draft.tasks()).extracting(DraftTask::ordinal).containsExactly(1, 2, 3, 4);
        assertThat(draft.task(3).text()).startsWith("每季度召开");
        assertThat(draft.task(3).leads()).containsExactly("县政府办");
        assertThat(draft.task(3).carried()).containsExactly("shape");
        assertThat(draft.task(3).source()).isNotNull();
    }

    @Test
    void tasksThatWereJoinedAreJoinedAgainAndAnAddedOneIsAddedAgain() {
        Draft draft = carried(
                read(MECHANISM, TALENT, MONEY),
                review -> review.merged(Set.of(2, 3))
                        .added(
                                new NewDraftTask(
                                        1, "报送总结", "年底前报送总结。", List.of("县卫生健康局"), List.of(), null, List.of(), null),
                                ""),
                read(MECHANISM, TALENT, MONEY, "开展督导。每月督导一次。（牵头单位：县政府办）"));
        assertThat(draft.tasks()).extracting(DraftTask::title).containsExactly("健全工作机制", "报送总结", "加强人才培养", "开展督导");
        assertThat(draft.task(3).readAs()).containsExactly(2, 3);
        assertThat(draft.task(3).text()).contains("落实经费保障");
    }

    @Test
    void aCutWhoseWordsHaveChangedIsLeftToThePerson() {
        DocumentVersion earlier = read(MECHANISM, TALENT);
        Draft draft = carried(
                earlier, review -> cutBefore("每季度", earlier), read(MECHANISM.replace("每季度召开一次", "每两个月召开一次"), TALENT));
        assertThat(draft.tasks()).hasSize(2);
        assertThat(draft.task(1).carried()).isEmpty();
    }

    @Test
    void theDocumentsOwnFieldsAreTakenOverToo() {
        DocumentChange change =
                new DocumentChange(null, "中医药服务能力提升方案", new Change<>("临政办发〔2026〕3号"), null, null, 20, null, null);
        Draft draft = carried(read(MECHANISM), review -> review.after(change), read(MECHANISM, MONEY));
        assertThat(draft.title()).isEqualTo("中医药服务能力提升方案");
        assertThat(draft.documentNumber()).isEqualTo("临政办发〔2026〕3号");
        assertThat(draft.reportDay()).isEqualTo(20);
    }

    @Test
    void aReviewWithoutCorrectionsLeavesTheNewerDraftAsItWasRead() {
        DocumentVersion newer = read(MECHANISM, TALENT, MONEY);
        assertThat(carried(read(TALENT, MECHANISM), review -> review, newer)).isEqualTo(newer.draft());
    }
}
