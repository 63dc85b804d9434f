package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void readsWhatWasAskedFor() {
        String words = "--seeds 3 --minutes 0.5 --seed 41 --parallel 2 --without retry-key";

        assertThat(Order.of(List.of(words.split(" "))))
                .isEqualTo(new Order(3, Duration.ofSeconds(30), 41, 2, "retry-key"));
    }

    @Test
    void saysHowOneSeedIsRunAgain() {
        Order order = new Order(50, Duration.ofMinutes(2), 41, 3, "inbox");

        assertThat(order.again(44)).isEqualTo("deploy/faults/run --seeds 1 --minutes 2.0 --seed 44 --without inbox");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (List<String> words : List.of(
                List.of("--seeds"),
                List.of("--seeds", "0"),
                List.of("--parallel", "0"),
                List.of("--minutes", "0"),
                List.of("--minutes", "many"),
                List.of("--without", "luck"),
                List.of("--fast", "yes"))) {
            assertThatIllegalArgumentException().as(words.toString()).isThrownBy(() -> Order.of(words));
        }
    }
}
