package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration LASTING = Duration.ofMinutes(2);

    @Test
    void aSeedReplays() {
        assertThat(Schedule.of(new SplittableRandom(7), LASTING))
                .isEqualTo(Schedule.of(new SplittableRandom(7), LASTING))
                .isNotEqualTo(Schedule.of(new SplittableRandom(8), LASTING));
    }

    @Test
    void everySeedHasSixFaultsAndMoreAndDeliversAgain() {
        for (long seed = 0; seed < 200; seed++) {
            Schedule schedule = Schedule.of(new SplittableRandom(seed), Duration.ofSeconds(30));

            assertThat(schedule.faults()).hasSizeGreaterThanOrEqualTo(6);
            assertThat(schedule.faults()).anyMatch(each -> each.fault() instanceof Fault.Redelivered);
            assertThat(schedule.faults())
                    .allMatch(
                            each -> !each.begins().isNegative() && !each.lasts().isNegative());
        }
    }

    @Test
    void everyKindOfFaultComesUpAmongFiftySeeds() {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            Schedule.of(new SplittableRandom(seed), LASTING)
                    .faults()
                    .forEach(each -> kinds.add(each.fault().getClass()));
        }

        assertThat(kinds).containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
    }
}
