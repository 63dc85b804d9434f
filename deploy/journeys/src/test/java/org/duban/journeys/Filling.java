package org.duban.journeys;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;

/** What a person does with the page's forms, lists and dialogs. */
final class Filling {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int A_LOOK = 3_000;

    private Filling() {}

    /** The dialog of that title, as it lies open. */
    static Locator dialog(Page page, String title) {
        return page.getByRole(
                AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title).setExact(true));
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator field(Locator within, String label) {
        return within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    /** Types a day where a calendar would open. */
    static void day(Locator field, String day) {
        field.fill(day);
        field.press("Enter");
    }

    /** Opens a list and takes what has these words. */
    static void choose(Page page, Locator field, String option) {
        field.focus();
        field.press("ArrowDown");
        take(page, option);
    }

    /** Types into a list that can be searched, and takes what has these words. */
    static void find(Page page, Locator field, String option) {
        field.fill(option);
        take(page, option);
        field.blur();
    }

    private static void take(Page page, String option) {
        page.locator(".ant-select-dropdown:visible .ant-select-item-option")
                .filter(saying(option))
                .first()
                .click();
    }

    static Locator row(Page page, String words) {
        return page.locator("tbody tr").filter(saying(words)).first();
    }

    /** Answers the question that hangs at a button. */
    static void confirm(Page page, String words) {
        button(page.locator(".ant-popover:visible"), words).click();
    }

    static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    /** Looks again until another service has told of it. */
    static void comesToSee(Page page, String path, String words) {
        await(words).atMost(PATIENCE).until(() -> {
            page.navigate(path);
            try {
                page.getByText(words).first().waitFor(new Locator.WaitForOptions().setTimeout(A_LOOK));
                return true;
            } catch (TimeoutError notYet) {
                return false;
            }
        });
    }

    /** What a click brings to the reader's own machine. */
    static Path kept(Page page, Locator button) {
        return page.waitForDownload(button::click).path();
    }
}
