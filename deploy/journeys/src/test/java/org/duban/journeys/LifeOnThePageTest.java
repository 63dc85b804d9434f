package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;
import static org.duban.journeys.Screens.signInFirst;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work given by hand, with milestones, more time asked for from a phone and granted, put off and taken up again, as people see it. */
@ExtendWith(OnThePage.Shared.class)
class LifeOnThePageTest {

    private final OnThePage office;
    private final Page supervisor;
    private final Page liaison;

    LifeOnThePageTest(OnThePage office) {
        this.office = office;
        supervisor = office.supervisor();
        liaison = office.screens().phone();
    }

    @Test
    void fromTheDraftToTheTaskTakenUpAgain() {
        var city = office.city();
        String audit = city.registerCityUnit("云江市审计局", "市审计局").get("id").asString();
        signInFirst(liaison, "auditor", city.account(city.post(audit, "联络员", "LIAISON"), "何静", "auditor"));
        office.screens().watching(() -> {
            aDraftIsMadeAndGiven();
            milestonesAreSet();
            moreTimeIsAskedForFromThePhone();
            itIsGranted();
            itIsPutOffAndTakenUpAgain();
            theLedgerShowsIt();
        });
        assertThat(office.screens().complaints()).isEmpty();
    }

    private void aDraftIsMadeAndGiven() {
        supervisor.navigate("/ledger");
        supervisor.getByText("新增任务", exactly()).click();
        var form = dialog(supervisor);
        form.getByLabel("任务名称").fill("开展专项资金清理");
        form.getByLabel("任务内容").fill("清理中医药专项结余资金，提出整改意见。");
        form.locator("#leads").fill("审计局");
        assertThat(supervisor.locator(".ant-select-item-option-active")).hasText("市审计局");
        supervisor.keyboard().press("Enter");
        supervisor.keyboard().press("Escape");
        day(form.locator("#dueOn"), "2023-06-30");
        picture(supervisor, "life-1-new-task");
        button(supervisor, "存为草稿").click();
        assertThat(supervisor.getByText("草稿，单位不可见；下达后通知有关单位签收")).isVisible();
        picture(supervisor, "life-2-draft");
        button(supervisor, "下达").click();
        assertThat(supervisor.getByText("待签收", exactly()).first()).isVisible();
    }

    private void milestonesAreSet() {
        button(supervisor, "设定节点").click();
        milestone(0, "摸清底数", "2023-04-15", "40");
        milestone(1, "完成整改", "2023-05-31", "80");
        picture(supervisor, "life-3-milestones");
        button(supervisor, "设定").click();
        assertThat(supervisor.getByText("完成整改（80%）")).isVisible();
    }

    private void milestone(int place, String name, String day, String percent) {
        var form = dialog(supervisor);
        form.getByText("添加节点").click();
        form.getByLabel("节点名称").nth(place).fill(name);
        day(form.getByLabel("节点日期").nth(place), day);
        form.getByLabel("节点进度").nth(place).fill(percent);
    }

    private void moreTimeIsAskedForFromThePhone() {
        liaison.navigate(supervisor.url());
        // On a phone an alert lies over the head of the page until it is put away.
        liaison.locator(".ant-notification-notice-close").click();
        button(liaison, "签收").click();
        assertThat(liaison.getByText("已签收", exactly()).first()).isVisible();
        button(liaison, "申请延期").click();
        var form = dialog(liaison);
        day(form.getByLabel("希望延期至"), "2023-09-30");
        form.getByLabel("延期理由").fill("年度审计尚未结束，需据审计结果核定结余。");
        picture(liaison, "life-4-extension-on-a-phone");
        button(liaison, "提交申请").click();
        assertThat(liaison.getByText("待审核", exactly())).isVisible();
        picture(liaison, "life-5-task-on-a-phone");
    }

    private void itIsGranted() {
        supervisor.navigate("/");
        assertThat(supervisor.getByText("延期待审")).isVisible();
        picture(supervisor, "life-6-todo");
        supervisor.goBack();
        button(supervisor, "审核延期").click();
        var form = dialog(supervisor);
        day(form.getByLabel("延期至"), "2023-08-31");
        picture(supervisor, "life-7-decision");
        button(supervisor, "同意延期").click();
        assertThat(supervisor.getByText("原定 2023-06-30")).isVisible();
        pictureWhole(supervisor, "life-8-task");
    }

    private void itIsPutOffAndTakenUpAgain() {
        var task = supervisor.url();
        button(supervisor, "更多").click();
        supervisor.getByText("暂缓办理", exactly()).click();
        dialog(supervisor).getByLabel("暂缓原因").fill("等待上级政策明确");
        button(supervisor, "暂缓").click();
        assertThat(supervisor.getByText("起暂缓办理")).isVisible();
        picture(supervisor, "life-9-suspended");
        liaison.navigate(task);
        assertThat(liaison.getByText("起暂缓办理")).isVisible();
        button(supervisor, "恢复办理").click();
        dialog(supervisor).getByLabel("恢复说明").fill("政策已明确");
        button(supervisor, "恢复").click();
        assertThat(supervisor.getByText("起暂缓办理")).isHidden();
        supervisor.setViewportSize(390, 844);
        pictureWhole(supervisor, "life-10-task-narrow");
        supervisor.setViewportSize(1440, 900);
    }

    private void theLedgerShowsIt() {
        supervisor.navigate("/ledger?kind=ONE_OFF");
        assertThat(supervisor.getByText("开展专项资金清理").first()).isVisible();
        picture(supervisor, "life-11-ledger");
        supervisor.setViewportSize(390, 844);
        picture(supervisor, "life-12-ledger-narrow");
        supervisor.setViewportSize(1440, 900);
        supervisor.navigate("/ledger?state=SUSPENDED");
        assertThat(supervisor.getByText("没有符合条件的任务")).isVisible();
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG).filter(new Locator.FilterOptions().setVisible(true));
    }

    private static void day(Locator field, String day) {
        field.fill(day);
        field.press("Enter");
    }

    private static void pictureWhole(Page page, String name) {
        page.waitForCondition(() -> page.locator(".ant-modal-wrap:visible").count() == 0);
        assertThat(page).hasURL(Pattern.compile(".*/tasks/.*"));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Running.ROOT.resolve("deploy/journeys/target/pictures/" + name + ".png")));
    }
}
