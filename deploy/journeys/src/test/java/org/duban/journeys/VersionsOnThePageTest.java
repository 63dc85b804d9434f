package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duban.journeys.OnThePage.unitsOf;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What is clear of a plan enters the ledger at once, the rest later; its newer version changes what it changes, and nothing twice. */
@ExtendWith(OnThePage.Shared.class)
class VersionsOnThePageTest {

    private static final String TITLE = "校园食品安全提升行动实施方案";
    private static final String CANTEENS = "完善食堂管理制度。制定食材采购管理办法，9月底前公办学校实行集中采购。（牵头单位：市教育局；配合单位：市财政局）";
    private static final String TRAINING = "开展从业人员培训。每学期开展一次食品安全培训，培训覆盖率达到100%。（牵头单位：市教育局）";
    private static final String SHOPS = "整治校园周边经营。对校园周边食品经营单位开展专项检查，每季度不少于1次。";
    private static final String FUNDS = "强化资金监管。对营养餐补助资金开展专项审计，12月底前完成。（牵头单位：市财政局；配合单位：市教育局）";

    private final OnThePage office;
    private final Page page;

    VersionsOnThePageTest(OnThePage office) {
        this.office = office;
        page = office.supervisor();
    }

    @Test
    void aPlanEntersTheLedgerInPartsAndItsNewerVersionAssignsNothingTwice() {
        var education =
                office.city().registerCityUnit("云江市教育局", "市教育局").get("id").asString();
        office.city().registerCityUnit("云江市财政局", "市财政局");
        var school = office.city().softwareOf(education, "LIAISON");
        office.screens().watching(() -> {
            partNowAndTheRestLater();
            var before = office.tasksOf(TITLE);
            assertThat(before).hasSize(4);
            // Three tasks name the bureau, and the one that named nobody was given to it.
            await("the bureau is told")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> alerts(school, "TASK_ASSIGNED") == 4);

            theNewerVersionIsComparedAndAdopted();
            var after = office.tasksOf(TITLE);
            assertThat(after).hasSize(5);
            assertThat(after.stream().map(task -> task.get("id").asString()))
                    .containsAll(before.stream()
                            .map(task -> task.get("id").asString())
                            .toList());
            var canteens = after.getFirst();
            assertThat(canteens.get("id")).isEqualTo(before.getFirst().get("id"));
            assertThat(canteens.get("dueOn").asString()).isEqualTo("2023-08-31");
            assertThat(unitsOf(canteens, "cooperators")).containsExactly("市财政局", "市卫生健康委");
            await("the bureau is told of the change and of the new task")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> alerts(school, "TASK_CHANGED") == 1 && alerts(school, "TASK_ASSIGNED") == 5);
        });
        assertThat(office.screens().complaints()).isEmpty();
    }

    private void partNowAndTheRestLater() {
        read(CANTEENS, TRAINING, SHOPS, FUNDS);
        assertThat(page.getByText("还有1处待核", exactly())).isVisible();
        button(page, "先纳入无疑点的3项").click();
        assertThat(page.getByText("先纳入没有疑点的 3 项任务？")).isVisible();
        assertThat(page.getByText("另有 1 项待核定，留在本页")).isVisible();
        button(page, "采纳").click();
        assertThat(page.getByText("1 项任务待采纳 · 已纳入 3 项")).isVisible();
        picture(page, "version-1-part");
        assertThat(button(page, "采纳并交办")).isDisabled();
        assertThat(office.tasksOf(TITLE)).hasSize(3);

        assertThat(doubt()).containsText("“整治校园周边经营”没有写明责任单位");
        button(page, "指定单位…").click();
        page.getByLabel("选择单位").fill("教育局");
        // Enter takes what is offered: the offer must be there
        assertThat(page.locator(".ant-select-item-option-active")).hasText("市教育局");
        page.keyboard().press("Enter");
        button(page, "确定").click();
        assertThat(doubt()).containsText("疑点已全部核完");
        button(page, "采纳并交办").click();
        assertThat(page.getByText("采纳并交办 1 项任务？")).isVisible();
        button(page, "采纳").click();
        assertThat(page.getByText("计划已采纳", exactly())).isVisible();
    }

    private void theNewerVersionIsComparedAndAdopted() {
        read(
                CANTEENS.replace("9月", "8月").replace("公办学校", "公办、民办学校").replace("市财政局", "市财政局、市卫生健康委"),
                SHOPS,
                FUNDS,
                "推广减盐减油减糖。编制学生营养餐食谱，11月底前覆盖寄宿制学校。（牵头单位：市教育局）");
        assertThat(page.getByText("新增 1 项 · 变更 1 项 · 未变 2 项")).isVisible();
        page.locator(".ant-segmented-item").filter(saying("版本变化")).click();
        var versions = page.locator(".versions");
        assertThat(versions).containsText("发文字号相同");
        assertThat(versions).containsText("未变 2 项已在台账中，不重复交办");
        assertThat(versions.locator("del").filter(saying("开展从业人员培训"))).isVisible();
        assertThat(versions.locator("ins").filter(saying("民办"))).isVisible();
        assertThat(versions.locator("ins").getByText("2023-08-31")).isVisible();
        picture(page, "version-2-compared");
        // What was decided about the earlier version need not be decided again.
        page.locator(".ant-segmented-item").filter(saying("台账")).last().click();
        assertThat(page.locator("#task-2")).containsText("沿用更正");
        assertThat(page.locator("#task-2")).containsText("市教育局");

        button(page, "采纳新版本").click();
        assertThat(page.getByText("采纳新版本，更新原计划？")).isVisible();
        button(page, "采纳").click();
        assertThat(page.getByText("新版本已采纳", exactly())).isVisible();
        assertThat(page.getByText("新版本不再列入的 1 项仍在台账")).isVisible();
        picture(page, "version-3-adopted");
    }

    private void read(String... tasks) {
        var text = new StringBuilder("""
                云政办发〔2023〕31号

                云江市人民政府办公室关于印发校园食品安全提升行动实施方案的通知

                市级有关部门：
                现印发给你们，请认真贯彻执行。

                云江市人民政府办公室
                2023年3月10日

                校园食品安全提升行动实施方案

                一、重点任务
                """);
        for (int i = 0; i < tasks.length; i++) {
            text.append(i + 1).append('.').append(tasks[i]).append('\n');
        }
        page.navigate("/plans/import");
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("方案.txt", "text/plain", text.toString().getBytes(StandardCharsets.UTF_8)));
        page.waitForURL(Pattern.compile(".*/plans/readings/.*"));
        // The registered units reach the readings by event.
        await("the units are known").atMost(Duration.ofSeconds(30)).until(this::unitsAreKnown);
        page.reload();
    }

    private boolean unitsAreKnown() {
        var reading = new JsonMapper()
                .readTree(page.request()
                        .get("/api/plan-readings/" + page.url().replaceFirst(".*/", ""))
                        .body());
        return reading.get("units").findValuesAsString("state").stream().allMatch("MATCHED"::equals);
    }

    private Locator doubt() {
        return page.locator(".doubt");
    }

    private static FilterOptions saying(String words) {
        return new FilterOptions().setHasText(words);
    }

    private static long alerts(Caller caller, String kind) {
        return caller.all("/api/alerts?state=all").stream()
                .filter(alert -> alert.get("kind").asString().equals(kind))
                .count();
    }
}
