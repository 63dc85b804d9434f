package org.duban.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duban.local.container.Engine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What it says depends on PostgreSQL or Kafka: it runs on {@link TestInfrastructure}'s processes everywhere, and in the build's
 * execution {@code containers} once more on its containers. Without a Docker engine that is skipped, loudly; never in CI.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("infrastructure")
@ExtendWith(InfrastructureTest.EngineAnswers.class)
public @interface InfrastructureTest {

    /** Asks only when containers are wanted. */
    final class EngineAnswers implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!TestInfrastructure.isOnContainers() || Engine.answers()) {
                return ConditionEvaluationResult.enabled("the infrastructure is there");
            }
            NotHere.say("no Docker engine answers for " + context.getDisplayName() + " on containers");
            return ConditionEvaluationResult.disabled("no Docker engine answers");
        }
    }
}
