package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real plan documents that stand beside the project and not in it. */
public final class SharedPlans {
    private static final Path FOLDER = Path.of(System.getProperty("project.root", ".."), "..", "shared", "plans")
            .toAbsolutePath()
            .normalize();

    private SharedPlans() {}

    /** A file among them. Where they are missing the test is skipped aloud, and fails where {@code CI=true}. */
    public static Path file(String name) {
        if (!Files.isDirectory(FOLDER)) {
            var words = "NOT TESTED: the shared plan documents are not at " + FOLDER;
            System.err.println(words);
            assertThat(System.getenv("CI")).as(words).isNotEqualTo("true");
            assumeTrue(false, words);
        }
        return FOLDER.resolve(name);
    }
}
