package org.duban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class UpstreamTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a service documents and the door does not know is not found by anybody. */
    @ParameterizedTest
    @EnumSource(Upstream.class)
    void everyDocumentedPathHasItsRoute(Upstream service) {
        Set<String> documented = new TreeSet<>();
        JSON.readTree(document(service).toFile())
                .path("paths")
                .propertyNames()
                .forEach(path -> documented.add(path.split("/")[2]));
        assertThat(service.paths()).containsAll(documented);
    }

    private static Path document(Upstream service) {
        String name = switch (service) {
            case TASK -> "task-service";
            case MEETING -> "meeting-service";
            case NOTIFICATION -> "notification-service";
        };
        return Path.of(System.getProperty("project.root", "..")).resolve(name).resolve("openapi.json");
    }
}
