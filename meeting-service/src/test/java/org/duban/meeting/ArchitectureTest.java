package org.duban.meeting;

import org.duban.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltAsTheHouseWantsIt() {
        ArchitectureRules.check(MeetingService.class);
    }
}
