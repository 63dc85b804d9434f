package org.duban.notification;

import org.duban.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void houseIsBuiltAsAgreed() {
        ArchitectureRules.check(NotificationService.class);
    }
}
