package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.journeys.OnThePage.unitsOf;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A section chief turns documents into ledgers on the page, with few keys (behaviours.md X1). */
@ExtendWith(OnThePage.Shared.class)
class ReviewOnThePageTest {

    private final OnThePage office;
    private final Page page;

    ReviewOnThePageTest(OnThePage office) {
        this.office = office;
        page = office.supervisor();
    }

    @Test
    void aPlanOf24TasksIsReviewedAndAdoptedInLessThanThreeMinutes() {
        Path plan = Running.plan("anyue-demonstration-county.txt");
        office.screens().watching(() -> {
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
        var tasks = office.tasksOf("创建全国基层中医药工作示范县");
        assertThat(tasks).hasSize(24);
        assertThat(unitsOf(tasks.get(0), "leads")).containsExactly("县委办公室", "县政府办公室");
        assertThat(unitsOf(tasks.get(12), "cooperators")).contains("县医疗保障局");
        assertThat(office.screens().complaints()).isEmpty();
    }

    private Locator doubt() {
        return page.locator(".doubt");
    }
}
