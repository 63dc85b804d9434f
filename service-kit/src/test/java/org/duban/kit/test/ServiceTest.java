package org.duban.kit.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * A whole service on a database of its own, with {@code MockMvc}, {@link TestClock}, {@link DayTurns} and {@link Tokens} that it
 * believes.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
public @interface ServiceTest {

    /** Whether the outbox is relayed and listeners run; without, events stay in the table {@code outbox}. */
    boolean kafka() default false;

    /** Whether days turn by themselves; without, {@link DayTurns#now()} turns them. */
    boolean turns() default false;
}
