package org.duban.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duban.local.NotHere;

/** The browser of the page stories: an installed Chromium, else Playwright's own download where the internet is reached. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Without a browser the test is skipped aloud, and fails in CI. */
    static Chromium launch() {
        var installed = installed();
        var environment =
                installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.<String, String>of();
        Playwright playwright = null;
        try {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var options = new LaunchOptions().setHeadless(true).setArgs(FLAGS);
            installed.ifPresent(options::setExecutablePath);
            return new Chromium(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException noBrowser) {
            if (playwright != null) {
                playwright.close();
            }
            NotHere.skip("no Chromium is installed and none could be downloaded: " + noBrowser.getMessage());
            throw noBrowser;
        }
    }

    private static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
