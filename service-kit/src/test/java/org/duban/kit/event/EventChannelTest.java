package org.duban.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventChannelTest {

    sealed interface Told {}

    record Dated(LocalDate day, OffsetDateTime at, @Nullable String words) implements Told {}

    record Unlisted() implements Told {}

    private static final EventChannel<Told> CHANNEL =
            EventChannel.of("told", Told.class, Map.of("told.dated.v1", Dated.class));

    @Test
    void daysAndInstantsTravelAsIsoWithTheirOffset() {
        Dated dated = new Dated(LocalDate.of(2026, 11, 25), OffsetDateTime.parse("2026-11-25T09:00:00+08:00"), null);
        assertThat(CHANNEL.encode(dated))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"day\":\"2026-11-25\",\"at\":\"2026-11-25T09:00:00+08:00\",\"words\":null}");
        assertThat(CHANNEL.decode("told.dated.v1", CHANNEL.encode(dated))).contains(dated);
    }

    @Test
    void unknownFieldsAndTypesAreIgnoredAndNonsenseIsNot() {
        assertThat(CHANNEL.decode("told.dated.v1", bytes("{\"day\":\"2026-11-25\",\"new\":{}}")))
                .isPresent();
        assertThat(CHANNEL.decode("told.dated.v2", bytes("{}"))).isEmpty();
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> CHANNEL.decode("told.dated.v1", bytes("{\"day\":\"soon\"}")));
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> CHANNEL.decode("told.dated.v1", bytes("null")));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> CHANNEL.outgoing("k", new Unlisted()));
    }

    @Test
    void lanesSpreadKeysOverAllPartitions() {
        assertThat(IntStream.range(0, 2000)
                        .map(n -> Lane.of("key-" + n).partition())
                        .distinct()
                        .count())
                .isEqualTo(Lane.PARTITIONS);
        assertThat(Lane.of("same")).isEqualTo(Lane.of("same"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
