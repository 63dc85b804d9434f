package org.duban.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.duban.kit.test.ServiceTest;
import org.springframework.test.context.ContextConfiguration;

/** All tests within the service share one, with a mail server beside it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(kafka = true)
@ContextConfiguration(initializers = MailServer.class)
public @interface NotificationTest {}
