package org.duban.kit.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duban.kit.test.ServiceTest;
import org.duban.local.InfrastructureTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A test of the kit within {@link SampleService}; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@InfrastructureTest
@ServiceTest(kafka = true)
@ContextConfiguration(classes = SampleService.class)
// Not in an application.yaml or in db/migration: the services' tests have this folder on their class path.
@TestPropertySource(
        properties = {
            "spring.application.name=sample-service",
            "spring.flyway.locations=classpath:db/kit,classpath:db/sample"
        })
public @interface SampleTest {}
