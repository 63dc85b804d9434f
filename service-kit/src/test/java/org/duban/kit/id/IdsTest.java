package org.duban.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void idsAreOfVersionSevenAndTellTheirTime() {
        UUID id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Duration.between(Ids.instantOf(id), Instant.now()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void idMadeForAnInstantCarriesIt() {
        Instant period = Instant.parse("2023-03-01T00:00:00Z");
        UUID id = Ids.at(period);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.instantOf(id)).isEqualTo(period);
        assertThat(Ids.at(period)).isNotEqualTo(id);
    }
}
