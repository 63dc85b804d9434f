package org.duban.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The screens that people sit at: pages of one running system, and what their consoles complained of. */
final class Screens {

    private static final Path PICTURES = Running.ROOT.resolve("deploy/journeys/target/pictures");

    // Other work may keep the machine busy; a person would wait as well.
    private static final int PATIENCE = 30_000;

    private static final String SIDEWAYS = """
            () => {
                const wide = [document.documentElement, document.body, document.getElementById('content')]
                    .filter((one) => one && one.scrollWidth > Math.min(one.clientWidth, innerWidth) + 1)
                if (wide.length === 0) return ''
                const beyond = [...document.querySelectorAll('#content *')]
                    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
                return [...wide, ...beyond].slice(0, 6).map((one) => one.tagName + '.' + one.className).join(' ')
            }
            """;

    private final Chromium chromium;
    private final String address;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    Screens(Chromium chromium, String address) {
        this.chromium = chromium;
        this.address = address;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    Page desk() {
        return page(chromium.browser().newContext(options(1440, 900)));
    }

    Page phone() {
        return page(chromium.browser()
                .newContext(options(390, 844).setHasTouch(true).setIsMobile(true)));
    }

    private NewContextOptions options(int width, int height) {
        return new NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private Page page(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE);
        var page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(said -> {
            if (said.type().equals("error") && !said.text().startsWith("Failed to load resource")) {
                errors.add(said.text());
            }
        });
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                refusals.add(answer.request().method() + " "
                        + URI.create(answer.url()).getPath() + " " + answer.status());
            }
        });
        pages.add(page);
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /** What was written to the consoles as an error; what the network refused is told by {@link #refusals}. */
    List<String> errors() {
        return errors;
    }

    /** Requests that were answered with an error, as {@code POST /api/tasks/…/urging 409}. */
    List<String> refusals() {
        return refusals;
    }

    /**
     * A picture on a desk's screen and one on a phone's.
     *
     * @return what makes the phone's scroll sideways; empty where all of it fits
     */
    static String pictures(Page page, String name) {
        settled(page);
        picture(page, name);
        page.setViewportSize(390, 844);
        settled(page);
        picture(page, name + "-phone");
        var sideways = (String) page.evaluate(SIDEWAYS);
        page.setViewportSize(1440, 900);
        return sideways;
    }

    private static void settled(Page page) {
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(page.locator(".ant-skeleton, .ant-spin-spinning")).hasCount(0);
    }

    /** Runs a story; when it fails, what was on every screen is kept. */
    void watching(Runnable story) {
        watching("failed", story);
    }

    /** @param name what the pictures of a failure are called */
    void watching(String name, Runnable story) {
        try {
            story.run();
        } catch (AssertionError | RuntimeException failure) {
            for (int i = 0; i < pages.size(); i++) {
                picture(pages.get(i), name + "-" + i);
            }
            throw failure;
        }
    }

    static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    static void signInFirst(Page page, String username, String initial) {
        page.navigate("/");
        page.getByLabel("用户名").fill(username);
        page.getByLabel("密码").fill(initial);
        button(page, "登录").click();
        page.getByText("请先设置新密码").waitFor();
        page.getByLabel("原密码").fill(initial);
        page.getByLabel("新密码").fill("云江-督办-2023-" + username);
        page.getByLabel("再输一次").fill("云江-督办-2023-" + username);
        button(page, "设置并进入").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("我的待办")))
                .isVisible();
    }
}
