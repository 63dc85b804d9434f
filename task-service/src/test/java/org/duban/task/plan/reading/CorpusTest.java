package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.duban.task.plan.reading.Measured.Tally;
import org.junit.jupiter.api.Test;

/**
 * Documents written for the purpose, in other notations and from other fields. The grammar was made better on {@code tuned};
 * {@code kept} shows how it reads what it was not tuned on, so of those only totals are printed.
 */
class CorpusTest {
    private record Totals(Tally fields, Tally findings) {}

    @Test
    void readsTheDocumentsItWasTunedOn() throws Exception {
        var totals = measure("tuned", true);
        assertThat(totals.fields().rightShare()).isGreaterThanOrEqualTo(0.998);
        assertThat(totals.fields().inventedShare()).isLessThanOrEqualTo(0.0022);
    }

    @Test
    void readsDocumentsItHasNeverSeen() throws Exception {
        var totals = measure("kept", false);
        assertThat(totals.fields().rightShare()).isGreaterThanOrEqualTo(0.9850);
        assertThat(totals.fields().inventedShare()).isLessThanOrEqualTo(0.0100);
    }

    private static Totals measure(String half, boolean each) throws IOException, URISyntaxException {
        var totals = new Totals(Tally.NONE, Tally.NONE);
        for (var document : documents(half)) {
            var name = document.getFileName().toString();
            var expected = document.resolveSibling(name.replaceFirst("\\.[a-z]+$", ".expected.json"));
            var measured = Measured.of(document, expected);
            if (each) {
                measured.print(name);
            } else {
                System.out.println(measured.total().row(name));
            }
            totals = new Totals(totals.fields.plus(measured.total()), totals.findings.plus(measured.findings()));
        }
        System.out.printf("%n%-40s %6s %6s %8s %9s%n", half, "right", "wrong", "missing", "invented");
        System.out.println(totals.fields.row("  all fields"));
        System.out.println(totals.findings.row("  findings"));
        System.out.printf(
                "  %.2f %% right, %.2f %% invented%n",
                totals.fields.rightShare() * 100, totals.fields.inventedShare() * 100);
        return totals;
    }

    private static List<Path> documents(String half) throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(CorpusTest.class.getResource("/plans/" + half))
                .toURI());
        try (var files = Files.list(folder)) {
            var documents = files.filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(documents).isNotEmpty();
            return documents;
        }
    }
}
