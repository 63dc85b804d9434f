package org.duban.task.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.local.NotHere;

/** The real plan documents that stand beside the project and not in it. */
public final class SharedPlans {
    private static final Path FOLDER = Path.of(System.getProperty("project.root", ".."), "..", "shared", "plans")
            .toAbsolutePath()
            .normalize();

    private SharedPlans() {}

    /** A file among them. Where they are missing the test is skipped aloud, and fails where {@code CI=true}. */
    public static Path file(String name) {
        if (!Files.isDirectory(FOLDER)) {
            NotHere.skip("the shared plan documents are not at " + FOLDER);
        }
        return FOLDER.resolve(name);
    }
}
