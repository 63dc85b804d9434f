package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;
import static org.duban.journeys.Screens.signInFirst;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The month once more, as people see it: the plan imported, a report from a phone, a return, the clock, the dashboard. */
class MonthOnThePageTest {

    @Test
    void fromTheDocumentToTheDashboard() {
        // Asked for first: without it nothing needs to be started. Its own, since it moves the clock.
        Running.plan("anyue-demonstration-county.txt");
        try (var office = OnThePage.start()) {
            office.screens().watching(() -> theMonth(office));
        }
    }

    private void theMonth(OnThePage office) {
        var supervisor = office.supervisor();
        importThePlan(supervisor);
        resolveAndAdopt(supervisor);

        var city = office.city();
        var organisation =
                city.admin().all("/api/units?q=县委组织部").getFirst().get("id").asString();
        var liaisonsInitial = city.account(city.post(organisation, "联络员", "LIAISON"), "程思源", "liaison");
        var liaison = office.screens().phone();
        signInFirst(liaison, "liaison", liaisonsInitial);
        acknowledgeAndReportFromThePhone(liaison);
        returnTheReport(supervisor);
        reportAgain(liaison);
        letTheDeadlinePass(supervisor);
        readTheDashboard(supervisor);
        assertThat(office.screens().complaints())
                .as("what the browser's console complained of")
                .isEmpty();
    }

    private static com.microsoft.playwright.Locator.FilterOptions saying(String words) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(words);
    }

    private void importThePlan(Page page) {
        page.navigate("/plans/import");
        page.locator("input[type=file]").setInputFiles(Running.plan("anyue-demonstration-county.txt"));
        page.waitForURL(Pattern.compile(".*/plans/readings/.*"));
        assertThat(page.getByText("24 项任务待采纳")).isVisible();
        picture(page, "reading");
    }

    private void resolveAndAdopt(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("一键登记到安岳县")))
                .click();
        // The one name left is another spelling of a unit that is now registered.
        button(page, "就是安岳县医疗保障局").click();
        button(page, "不追加单位").click();
        assertThat(page.getByText("没有须处理的疑点", exactly())).isVisible();
        button(page, "采纳并交办").click();
        button(page, "采纳").click();
        assertThat(page.getByText("计划已采纳", exactly())).isVisible();
        button(page, "查看台账").click();
        assertThat(page.getByText("畅通创建全国基层中医药工作示范县建议和投诉平台").first()).isVisible();
        picture(page, "ledger");
    }

    private void acknowledgeAndReportFromThePhone(Page page) {
        page.reload();
        button(page, "签收").first().click();
        assertThat(page.getByText("没有待签收的任务")).isVisible();
        button(page, "填写报送").first().click();
        page.getByLabel("进度百分比").fill("30");
        page.getByLabel("本月进展").fill("已印发人才引进办法，面向全县征求意见。");
        picture(page, "report-on-a-phone");
        button(page, "提交报送").click();
        page.waitForURL(Pattern.compile(".*/reports$"));
    }

    private void returnTheReport(Page page) {
        page.navigate("/review");
        assertThat(page.getByText("已印发人才引进办法").first()).isVisible();
        picture(page, "review");
        button(page, "退回修改").click();
        page.getByLabel("退回原因").fill("请写明引进人数。");
        button(page, "退回").click();
        assertThat(page.getByText("待审核的报送已全部处理")).isVisible();
    }

    private void reportAgain(Page page) {
        page.navigate("/");
        assertThat(page.getByText("退回：请写明引进人数。")).isVisible();
        button(page, "修改后重报").first().click();
        page.getByLabel("本月进展").fill("已印发人才引进办法，引进中医药人才2名。");
        button(page, "重新报送").click();
        page.waitForURL(Pattern.compile(".*/reports$"));
    }

    private void letTheDeadlinePass(Page page) {
        page.navigate("/review");
        button(page, "审核通过").click();
        assertThat(page.getByText("待审核的报送已全部处理")).isVisible();
        page.locator("button.clock").click();
        page.locator(".ant-popover button").filter(saying("+7 天")).click();
        assertThat(page.locator("button.clock")).containsText("2023-03-20");
        page.locator(".ant-popover button").filter(saying("+7 天")).click();
        assertThat(page.locator("button.clock")).containsText("2023-03-27");
        page.locator(".ant-popover button").filter(saying("+1 天")).click();
        assertThat(page.locator("button.clock")).containsText("2023-03-28");
    }

    private void readTheDashboard(Page page) {
        page.navigate("/dashboard?period=2023-03");
        // 28 reports are owed by the leads of 24 tasks; one is in.
        assertThat(page.locator(".figures")).containsText(Pattern.compile("1 / \\d+"));
        page.locator("[role=img] svg").first().waitFor();
        picture(page, "dashboard");
        page.navigate("/ledger?light=RED");
        assertThat(page.getByText("逾期").first()).isVisible();
    }
}
