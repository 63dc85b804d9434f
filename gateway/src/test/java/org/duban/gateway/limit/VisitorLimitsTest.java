package org.duban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class VisitorLimitsTest {

    private final VisitorLimits limits = new VisitorLimits(new VisitorSettings(5, 2, 3, DataSize.ofKilobytes(64)));

    @Test
    void addressFilesSoManyAnHourAndAnotherIsNotTouched() {
        assertThat(limits.filing("10.0.0.1")).isEmpty();
        assertThat(limits.filing("10.0.0.1")).isEmpty();
        assertThat(limits.filing("10.0.0.1"))
                .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ofMinutes(20)));
        assertThat(limits.filing("10.0.0.2")).isEmpty();
        assertThat(limits.request("10.0.0.1")).isEmpty();
    }

    @Test
    void wrongCodesRunOutAndRightOnesDoNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(limits.code("10.0.0.1")).isEmpty();
            limits.codeWasRight("10.0.0.1");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(limits.code("10.0.0.1")).isEmpty();
        }
        assertThat(limits.code("10.0.0.1")).isPresent();
    }

    @Test
    void requestsOfAnAddressRunOut() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.request("10.0.0.1")).isEmpty();
        }
        assertThat(limits.request("10.0.0.1")).isPresent();
    }
}
