package org.duban.journeys;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The same month, with every part in a container of its own. Skipped, loudly, where no engine answers; never in CI. */
class MonthOnContainersTest extends MonthOfSupervisionTest {

    @Override
    Running begin(String moment) {
        List<String> compose = Composed.command().orElse(null);
        if (compose == null) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("no Docker engine answers, or there is no compose");
            }
            System.err.println("!!! no Docker engine with compose answers: the month on containers is SKIPPED");
        }
        Assumptions.assumeTrue(compose != null);
        Composed.buildImages();
        return Composed.start(compose, LocalDateTime.parse(moment));
    }
}
