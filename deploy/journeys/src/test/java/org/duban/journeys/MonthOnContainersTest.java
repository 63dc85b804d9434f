package org.duban.journeys;

import java.time.LocalDateTime;
import org.duban.local.NotHere;

/** The same month, with every part in a container of its own. Skipped, loudly, where no engine answers; never in CI. */
class MonthOnContainersTest extends MonthOfSupervisionTest {

    @Override
    Running begin(String moment) {
        Composed.obstacle().ifPresent(NotHere::skip);
        return Composed.start(LocalDateTime.parse(moment));
    }
}
