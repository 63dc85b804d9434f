package org.duban.kit.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/**
 * How a service is built: a package is a feature, HTTP is in its {@code web}, Kafka in its {@code messaging}, nothing depends on
 * either, features form no circle, every package says that null is the exception.
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** Checks the product's classes below the package of the service's main class. */
    public static void check(Class<?> service) {
        String root = service.getPackageName();
        JavaClasses product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        all(root).check(product);
    }

    public static ArchRule all(String root) {
        return CompositeArchRule.of(nothingDependsOnTheEdges(root))
                .and(httpIsInWeb(root))
                .and(kafkaIsInMessaging(root))
                .and(featuresFormNoCircle(root))
                .and(packagesAreNullMarked(root));
    }

    static ArchRule nothingDependsOnTheEdges(String root) {
        return noClasses()
                .that(are(root, "within the features", type -> !edge(type)))
                .should()
                .dependOnClassesThat(are(root, "in web or messaging", ArchitectureRules::edge))
                .because("a feature does not know who calls it");
    }

    static ArchRule httpIsInWeb(String root) {
        return noClasses()
                .that(are(root, "outside web", type -> !in(type, "web")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .because("HTTP is one way to call a feature");
    }

    static ArchRule kafkaIsInMessaging(String root) {
        return noClasses()
                .that(are(root, "outside messaging", type -> !in(type, "messaging")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("Kafka is one way to hear of something");
    }

    static ArchRule featuresFormNoCircle(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule packagesAreNullMarked(String root) {
        return classes()
                .that(are(root, "the product's", type -> !type.getSimpleName().equals("package-info")))
                .should(new ArchCondition<>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " of " + type.getName()));
                    }
                });
    }

    private static DescribedPredicate<JavaClass> are(
            String root, String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(
                description,
                type -> (type.getPackageName().equals(root)
                                || type.getPackageName().startsWith(root + "."))
                        && predicate.test(type));
    }

    private static boolean edge(JavaClass type) {
        return in(type, "web") || in(type, "messaging");
    }

    private static boolean in(JavaClass type, String part) {
        return ("." + type.getPackageName() + ".").contains("." + part + ".");
    }
}
