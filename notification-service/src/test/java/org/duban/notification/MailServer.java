package org.duban.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One mail server for all tests. */
public final class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        MAIL.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mail.port=" + MAIL.getSmtp().getPort(),
                        "duban.digest.settle=0s",
                        "duban.page.address=https://duban.example")
                .applyTo(context);
    }
}
