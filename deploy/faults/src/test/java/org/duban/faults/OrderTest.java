package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void readsWhatWasAskedFor() {
        assertThat(Order.of(List.of("--seeds", "3", "--minutes", "0.5", "--seed", "41", "--without", "retry-key")))
                .isEqualTo(new Order(3, Duration.ofSeconds(30), 41, "retry-key"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (List<String> words : List.of(
                List.of("--seeds"),
                List.of("--seeds", "0"),
                List.of("--minutes", "0"),
                List.of("--minutes", "many"),
                List.of("--without", "luck"),
                List.of("--fast", "yes"))) {
            assertThatIllegalArgumentException().as(words.toString()).isThrownBy(() -> Order.of(words));
        }
    }
}
