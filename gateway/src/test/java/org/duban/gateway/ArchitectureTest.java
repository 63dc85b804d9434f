package org.duban.gateway;

import org.duban.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void gatewayIsBuiltLikeAllServices() {
        ArchitectureRules.check(Gateway.class);
    }
}
