package org.duban.task.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour with Jazzer, where the profile {@code fuzz} brings it; {@code -Dfuzz.seconds} for each format. */
@EnabledIf(value = "isThere", disabledReason = "needs -Pfuzz and -Dfuzz.seconds")
class JazzerTest {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";

    static boolean isThere() {
        return Long.getLong("fuzz.seconds", 0) > 0
                && JazzerTest.class.getResource("/" + JAZZER.replace('.', '/') + ".class") != null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "xlsx", "doc", "txt", "xls", "csv"})
    void nothingBreaksTheReader(String format) throws Exception {
        var folder = Files.createDirectories(Path.of("target/jazzer", format));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.write(corpus.resolve("seed"), Fuzzed.seed(format, FuzzTest.seed(format)));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dfuzz.format=" + format,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        JAZZER,
                        "--target_class=" + Fuzzed.class.getName(),
                        "--instrumentation_includes=org.duban.**",
                        "--custom_hook_includes=org.duban.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + Long.getLong("fuzz.seconds"),
                        "-max_len=60000",
                        "-timeout=120",
                        "-rss_limit_mb=0",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(end(log)).isZero();
        System.out.println(format + ": " + end(log));
    }

    private static String end(Path log) throws IOException {
        var lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
