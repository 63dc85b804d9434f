package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.journeys.Screens.button;
import static org.duban.journeys.Screens.exactly;
import static org.duban.journeys.Screens.picture;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ledger kept as a sheet comes in through the page, goes out, and comes back unchanged. */
@ExtendWith(OnThePage.Shared.class)
class SheetOnThePageTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final OnThePage office;
    private final Page page;

    SheetOnThePageTest(OnThePage office) {
        this.office = office;
        page = office.supervisor();
    }

    @Test
    void aSheetIsImportedAndWhatIsExportedComesBackUnchanged() {
        office.screens().watching(() -> {
            itsUnitIsNamedAndItIsImported();
            whatGoesOutChangesNothing();
        });
        assertThat(office.tasksOf("中医药重点工作台账")).hasSize(2);
        assertThat(office.screens().complaints()).isEmpty();
    }

    private void itsUnitIsNamedAndItIsImported() {
        var sheet = new Workbook()
                .row("序号", "重点任务", "工作内容", "牵头单位", "完成时限")
                .row("1", "健全制度", "建立联席会议制度。", "市卫生健康委", "2023年6月底前")
                .row("2", "保障经费", "落实年度经费，到位率达到100%。", "市卫健委员会", "2023年底");
        upload(new FilePayload("中医药重点工作台账.xlsx", XLSX, sheet.bytes()));
        assertThat(page.getByText("待对应的单位（1）")).isVisible();
        assertThat(page.getByText("“市卫健委员会”不是在册单位")).isVisible();
        picture(page, "sheet-1-questions");
        button(page, "市卫生健康委").click();
        assertThat(page.getByText("新增 2", exactly())).isVisible();
        button(page, "试运行").click();
        assertThat(page.getByText("试运行：新增2项。")).isVisible();
        button(page, "导入").click();
        assertThat(asked()).containsText("导入后新增2项，并通知有关单位。");
        asked().getByRole(AriaRole.BUTTON, named("导入")).click();
        assertThat(page.getByText("已导入：新增2项。")).isVisible();
        picture(page, "sheet-2-imported");
    }

    private void whatGoesOutChangesNothing() {
        page.navigate("/ledger");
        page.getByText("导出", exactly()).click();
        Download exported =
                page.waitForDownload(() -> page.getByText("导出全部列，改后可导回").click());
        assertThat(exported.suggestedFilename()).isEqualTo("任务台账-20230313.xlsx");
        upload(new FilePayload(exported.suggestedFilename(), XLSX, contentOf(exported)));
        assertThat(page.getByText("有问题 0", exactly())).isVisible();
        button(page, "导入").click();
        assertThat(asked()).containsText("表格与台账一致，导入不改动任何任务。");
        asked().getByRole(AriaRole.BUTTON, named("再看看")).click();
    }

    private void upload(FilePayload file) {
        page.navigate("/ledger/import");
        page.locator("input[type=file]").setInputFiles(file);
        page.waitForURL(Pattern.compile(".*/ledger/imports/.*"));
    }

    private static byte[] contentOf(Download file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locator asked() {
        return page.locator(".ant-popconfirm");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
