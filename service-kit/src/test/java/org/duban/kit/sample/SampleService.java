package org.duban.kit.sample;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A service with hardly anything of its own, to test what the kit gives it. */
@SpringBootApplication
public class SampleService {

    @Bean
    NewTopic events() {
        return new NewTopic(SampleEvent.TOPIC, 3, (short) 1);
    }

    @Bean
    NewTopic heard() {
        return new NewTopic("sample.heard", 1, (short) 1);
    }
}
