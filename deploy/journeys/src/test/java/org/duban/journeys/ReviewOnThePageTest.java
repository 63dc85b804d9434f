package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;
import static org.duban.journeys.Screens.signInFirst;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A section chief turns documents into ledgers on the page, with few keys (behaviours.md X1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewOnThePageTest {

    private static final JsonMapper JSON = new JsonMapper();

    private Chromium chromium;
    private Running running;
    private Screens screens;
    private Page page;

    @BeforeAll
    void start() {
        chromium = Chromium.launch();
        Assumptions.assumeTrue(chromium != null);
        running = Launched.start("--empty", "--at", "2023-03-13T09:00");
        var city = new City(running);
        var commission = city.registerCityUnit("云江市卫生健康委员会", "市卫生健康委").get("id").asString();
        var initial = city.account(city.post(commission, "督查科科长", "SUPERVISOR"), "周明远", "supervisor");
        screens = new Screens(chromium, running.address());
        page = screens.desk();
        signInFirst(page, "supervisor", initial);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aPlanOf24TasksIsReviewedAndAdoptedInLessThanThreeMinutes() {
        Path plan = Running.plan("anyue-demonstration-county.txt");
        Assumptions.assumeTrue(plan != null);
        screens.watching(() -> {
            var hands = new Hands(page);
            page.navigate("/plans");
            hands.click(page.getByText("导入计划文件"));
            // The drop area, then the file and 打开 in the system's dialog.
            hands.clicksElsewhere(3);
            page.locator("input[type=file]").setInputFiles(plan);
            assertThat(page.getByText("还有3处待核", exactly())).isVisible();
            picture(page, "review-1-units");

            hands.decide("Enter");
            assertThat(doubt()).containsText("“县医保局”不在单位目录中");
            assertThat(button(page, "就是安岳县医疗保障局")).isVisible();
            picture(page, "review-2-alias");
            hands.decide("Enter");
            assertThat(doubt()).containsText("“各相关部门”泛指多个单位");
            picture(page, "review-3-wildcard");
            hands.decide("2");
            int remarks = 0;
            while (doubt().getByText("提示，不影响纳入").isVisible()) {
                String before = doubt().innerText();
                hands.decide("Enter");
                assertThat(doubt()).not().hasText(before);
                assertThat(++remarks).as("remarks seen").isLessThan(30);
            }
            assertThat(doubt()).containsText("疑点已全部核完");
            hands.decide("a");
            assertThat(page.getByText("采纳并交办 24 项任务？")).isVisible();
            picture(page, "review-4-adoption");
            hands.press("Enter");
            assertThat(page.getByText("计划已采纳", exactly())).isVisible();
            picture(page, "review-5-adopted");

            System.out.printf("The Anyue plan, from the file to the ledger, %d remarks read: %s%n", remarks, hands);
            assertThat(hands.clicks()).isLessThanOrEqualTo(4);
            assertThat(hands.keys()).isLessThanOrEqualTo(30);
            assertThat(hands.estimate()).isLessThan(Duration.ofMinutes(3));
        });
        var tasks = tasksOf("创建全国基层中医药工作示范县");
        assertThat(tasks).hasSize(24);
        assertThat(names(tasks.get(0), "leads")).containsExactly("县委办公室", "县政府办公室");
        assertThat(names(tasks.get(12), "cooperators")).contains("县医疗保障局");
        assertThat(screens.complaints()).isEmpty();
    }

    private Locator doubt() {
        return page.locator(".doubt");
    }

    /** What the ledger holds of the plan, in its order, as the person at the page sees it. */
    private List<JsonNode> tasksOf(String title) {
        var answer = JSON.readTree(page.request().get("/api/tasks?limit=200").body());
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .filter(task -> task.get("planTitle").asString().contains(title))
                .sorted(Comparator.comparing(task -> task.get("ordinal").asInt()))
                .toList();
    }

    private static List<String> names(JsonNode task, String part) {
        return StreamSupport.stream(task.get(part).spliterator(), false)
                .map(unit -> unit.get("shortName").asString())
                .toList();
    }
}
