package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.task.plan.document.DocumentText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The five real documents, in every form they stand in, against what a careful secretary would have entered. */
class ReadsSharedPlansTest {
    private static final Path PLANS = Path.of(System.getProperty("project.root", "."), "..", "shared", "plans");
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anyue-demonstration-county.txt",
                "anyue-demonstration-county.docx",
                "jingan-demonstration-district.txt",
                "jingan-demonstration-district.docx",
                "liaocheng-reform-zone.txt",
                "liaocheng-reform-zone.pdf",
                "naiman-work-mechanism.txt",
                "taishun-joint-conference.txt"
            })
    void readsEveryField(String file) {
        var measured = measure(file);
        print(file, measured);
        assertThat(measured.differences).allMatch(line -> line.contains(" finding "));
        var findings = measured.tallies.get("findings");
        assertThat(findings.missing()).isLessThanOrEqualTo(file.startsWith("naiman") ? 1 : 0);
        assertThat(findings.invented()).isZero();
    }

    private static Measured measure(String file) {
        requirePlans();
        var expected = file.replaceFirst("\\.[a-z]+$", ".json");
        var text = DocumentText.of(file, bytes(PLANS.resolve(file)));
        return Measured.compare(
                JSON.readTree(bytes(PLANS.resolve("expected").resolve(expected))),
                JSON.readTree(JSON.writeValueAsString(new PlanReader().read(text))));
    }

    private static void requirePlans() {
        if (!Files.isDirectory(PLANS)) {
            var words = "NOT MEASURED: the shared plan documents are not at "
                    + PLANS.toAbsolutePath().normalize();
            System.err.println(words);
            assertThat(System.getenv("CI")).as(words).isNotEqualTo("true");
            assumeTrue(false, words);
        }
    }

    private static void print(String file, Measured measured) {
        System.out.printf("%n%-40s %6s %6s %8s %9s%n", file, "right", "wrong", "missing", "invented");
        measured.tallies.forEach((field, tally) -> {
            if (tally.expected() + tally.invented() > 0) {
                System.out.printf(
                        "  %-38s %6d %6d %8d %9d%n",
                        field, tally.right(), tally.wrong(), tally.missing(), tally.invented());
            }
        });
        measured.differences.forEach(line -> System.out.println("    " + line));
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
