package org.duban.local.container;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.local.process.Commands;
import org.duban.local.process.LocalFailure;
import org.testcontainers.utility.DockerImageName;

/** The images that tests run on: those of deploy/images, made when they are stale, unless the environment names others. */
enum Images {
    POSTGRES("postgres", "DUBAN_TEST_POSTGRES_IMAGE"),
    KAFKA("kafka", "DUBAN_TEST_KAFKA_IMAGE");

    private final String name;
    private final String variable;

    Images(String name, String variable) {
        this.name = name;
        this.variable = variable;
    }

    DockerImageName ready() {
        Optional<String> other = Optional.ofNullable(System.getenv(variable)).filter(image -> !image.isBlank());
        other.ifPresentOrElse(image -> {}, this::build);
        return DockerImageName.parse(other.orElse("duban/" + name + ":latest"));
    }

    private void build() {
        Path script = Path.of(System.getProperty("project.root", "."), "deploy/images/build");
        List<String> command = new ArrayList<>(List.of("env", "-u", "DUBAN_VERSION", "DUBAN_NO_BUILD=true"));
        command.addAll(List.of(script.toString(), "--from-debian", name));
        Commands.Outcome outcome = Commands.run(command);
        if (!outcome.succeeded()) {
            throw new LocalFailure("the image duban/" + name + " cannot be made: " + outcome.said());
        }
    }
}
