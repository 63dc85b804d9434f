package org.duban.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/**
 * A person's hands on a page, counted. The estimate is the keystroke-level model's (Card, Moran and Newell): a key takes 0.28 s,
 * pointing and clicking 1.5 s, making up one's mind 1.35 s.
 */
final class Hands {

    private static final double KEY = 0.28;
    private static final double CLICK = 1.5;
    private static final double DECISION = 1.35;

    private final Page page;
    private int keys;
    private int clicks;
    private int decisions;

    Hands(Page page) {
        this.page = page;
    }

    /** Makes up one's mind, then presses one key. */
    void decide(String key) {
        decisions++;
        press(key);
    }

    void press(String key) {
        keys++;
        page.keyboard().press(key);
    }

    void type(String text) {
        keys += text.length();
        page.keyboard().type(text);
    }

    void click(Locator what) {
        clicks++;
        what.click();
    }

    /** Clicks that the test cannot make itself, as in the system's own file dialog. */
    void clicksElsewhere(int count) {
        clicks += count;
    }

    int keys() {
        return keys;
    }

    int clicks() {
        return clicks;
    }

    Duration estimate() {
        return Duration.ofMillis(Math.round(1000 * (keys * KEY + clicks * CLICK + decisions * DECISION)));
    }

    @Override
    public String toString() {
        return "%d keys, %d clicks, %d decisions, about %d s"
                .formatted(keys, clicks, decisions, estimate().toSeconds());
    }
}
