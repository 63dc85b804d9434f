package org.duban.kit.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duban.local.TestInfrastructure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

final class InfrastructureFactory implements ContextCustomizerFactory {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
        ServiceTest test = AnnotatedElementUtils.findMergedAnnotation(testClass, ServiceTest.class);
        return test == null ? null : new Infrastructure(test.kafka(), test.turns());
    }

    private record Infrastructure(boolean kafka, boolean turns) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestInfrastructure infrastructure = TestInfrastructure.shared();
            int number = CONTEXTS.incrementAndGet();
            TestPropertyValues.of(
                            "spring.datasource.url=" + infrastructure.jdbcUrl("kit_test_" + number),
                            "spring.datasource.username=" + infrastructure.username(),
                            "spring.datasource.password=" + infrastructure.password(),
                            "spring.kafka.bootstrap-servers="
                                    + (kafka ? infrastructure.bootstrapServers() : "127.0.0.1:1"),
                            // Contexts share the broker: each hears everything, none takes another's share.
                            "spring.kafka.consumer.group-id=test-" + number,
                            "spring.kafka.listener.auto-startup=" + kafka,
                            "duban.outbox.relay=" + kafka,
                            "duban.clock.turns=" + turns,
                            "duban.test=true",
                            "management.server.port=0")
                    .applyTo(context);
        }
    }
}
