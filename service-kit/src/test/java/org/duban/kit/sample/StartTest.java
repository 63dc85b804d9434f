package org.duban.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.duban.kit.event.Outbox;
import org.duban.kit.inbox.Inbox;
import org.duban.kit.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(kafka = true)
class StartTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Test
    void starts() {
        assertThat(outbox).isNotNull();
        assertThat(inbox).isNotNull();
    }
}
