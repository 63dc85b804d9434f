package org.duban.task;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.duban.kit.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(TaskService.class);

    @Test
    void everyPackageKeepsToTheHouseRules() {
        ArchitectureRules.check(TaskService.class);
    }

    @Test
    void roomsOfAFeatureFormNoCircleEither() {
        slices().matching("org.duban.task.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void aRoomOfThePlanDoesNotKnowHowAReviewIsKept() {
        noClasses()
                .that()
                .resideInAPackage("org.duban.task.plan.*")
                .and()
                .resideOutsideOfPackage("org.duban.task.plan.web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duban.task.plan")
                .check(PRODUCT);
    }

    @Test
    void aDraftIsWorkedOnWithoutSpringAndStorage() {
        noClasses()
                .that()
                .resideInAnyPackage("org.duban.task.plan.draft", "org.duban.task.plan.reading")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..")
                .check(PRODUCT);
    }
}
