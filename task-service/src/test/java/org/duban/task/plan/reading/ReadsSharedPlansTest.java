package org.duban.task.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.task.plan.SharedPlans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The five real documents, in every form they stand in, against what a careful secretary would have entered. */
class ReadsSharedPlansTest {
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
        var measured = Measured.of(
                SharedPlans.file(file), SharedPlans.file("expected/" + file.replaceFirst("\\.[a-z]+$", ".json")));
        measured.print(file);
        assertThat(measured.differences).allMatch(line -> line.contains(" finding "));
        var findings = measured.findings();
        assertThat(findings.missing()).isLessThanOrEqualTo(file.startsWith("naiman") ? 1 : 0);
        assertThat(findings.invented()).isZero();
    }
}
