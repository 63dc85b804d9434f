package org.duban.task;

import org.duban.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void everyPackageKeepsToTheHouseRules() {
        ArchitectureRules.check(TaskService.class);
    }
}
