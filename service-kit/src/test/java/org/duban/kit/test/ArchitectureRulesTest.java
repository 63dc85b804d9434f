package org.duban.kit.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule against a class that breaks it: a rule that lets it pass is none. */
class ArchitectureRulesTest {

    private static final String ROOT = "org.duban.kit.offending";
    private static final JavaClasses OFFENDING = new ClassFileImporter().importPackages(ROOT);

    @Test
    void featureThatKnowsAPageIsFound() {
        bites(ArchitectureRules.nothingDependsOnTheEdges(ROOT), "Right");
    }

    @Test
    void httpOutsideWebIsFound() {
        bites(ArchitectureRules.httpIsInWeb(ROOT), "Listener");
    }

    @Test
    void kafkaOutsideMessagingIsFound() {
        bites(ArchitectureRules.kafkaIsInMessaging(ROOT), "Page");
    }

    @Test
    void circleOfFeaturesIsFound() {
        bites(ArchitectureRules.featuresFormNoCircle(ROOT), "Slice left");
    }

    @Test
    void packageThatIsSilentAboutNullIsFound() {
        bites(ArchitectureRules.packagesAreNullMarked(ROOT), "Unmarked");
    }

    @Test
    void ruleThatMatchesNothingFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ArchitectureRules.packagesAreNullMarked("org.duban.nowhere")
                        .check(OFFENDING));
    }

    @Test
    void goodHousesPass() {
        JavaClasses ids = new ClassFileImporter().importPackages("org.duban.kit.id");
        assertThatCode(() -> ArchitectureRules.nothingDependsOnTheEdges("org.duban.kit")
                        .check(ids))
                .doesNotThrowAnyException();
    }

    private static void bites(ArchRule rule, String culprit) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(OFFENDING))
                .withMessageContaining(culprit);
    }
}
