package org.duban.task.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What travels, word for word: one file for each event. A difference is a change of the wire: a new field must be optional, anything
 * else is a new version of the type. {@code -Dgolden.write=true} writes the files anew.
 */
final class Golden {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            // a moment is read with the offset it was told with
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private static final Path FILES = Path.of("src/test/resources/golden");

    private Golden() {}

    static UUID id(int n) {
        return UUID.fromString("0192a3b4-c5d6-7e8f-9012-3456789abc%02d".formatted(n));
    }

    /** Holds each sample to its file, and the samples to the types there are. */
    static void check(Map<String, ? extends Class<?>> types, List<?> samples) {
        assertThat(samples)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(
                        types.values().stream().<Class<?>>map(type -> type).toList());
        types.forEach((name, type) -> check(
                name, samples.stream().filter(type::isInstance).findFirst().orElseThrow()));
    }

    private static void check(String type, Object sample) {
        try {
            Path file = FILES.resolve(type + ".json");
            String written = JSON.writeValueAsString(sample).replace("\r\n", "\n") + "\n";
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(file, written);
            }
            String golden = Files.readString(file).replace("\r\n", "\n");
            assertThat(written).as(type).isEqualTo(golden);
            assertThat((Object) JSON.readValue(golden, sample.getClass())).isEqualTo(sample);
            String later = golden.replaceFirst("\\{", "{ \"addedLater\": {\"a\": [1]},");
            assertThat((Object) JSON.readValue(later, sample.getClass())).isEqualTo(sample);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
