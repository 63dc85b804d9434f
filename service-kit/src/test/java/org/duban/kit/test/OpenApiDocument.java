package org.duban.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed document of a service's API against what the service says of itself. */
public final class OpenApiDocument {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenApiDocument() {}

    /**
     * Fails when {@code <module>/openapi.json} is not what the service says; with {@code -Dopenapi.write=true} it is written anew.
     *
     * @param module folder of the service, below the project's root
     */
    public static void check(MockMvc mvc, String module) {
        try {
            byte[] answer =
                    mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsByteArray();
            JsonNode spoken = MAPPER.readTree(answer);
            assertThat(spoken.path("paths").size()).as("paths of the API").isPositive();
            String text = MAPPER.writeValueAsString(spoken) + "\n";
            Path committed = Path.of(System.getProperty("project.root", ".."), module, "openapi.json");
            if (Boolean.getBoolean("openapi.write")) {
                Files.writeString(committed, text);
            }
            assertThat(committed).as("written with -Dopenapi.write=true").exists();
            assertThat(text)
                    .as("%s is what the service says; if the change is meant, run with -Dopenapi.write=true", committed)
                    .isEqualTo(Files.readString(committed, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
