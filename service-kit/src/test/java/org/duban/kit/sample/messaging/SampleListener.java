package org.duban.kit.sample.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.kit.sample.SampleEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what the test tells it to hear. */
@Component
public class SampleListener {

    public static final EventChannel<SampleEvent> HEARD =
            EventChannel.of("sample.heard", SampleEvent.class, Map.of("sample.said.v1", SampleEvent.Said.class));

    public final List<String> heard = new CopyOnWriteArrayList<>();
    public volatile Consumer<String> work = words -> {};
    private final Inbox inbox;

    SampleListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @KafkaListener(topics = "sample.heard")
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, HEARD, event -> {
            String words = ((SampleEvent.Said) event).words();
            work.accept(words);
            heard.add(words);
        });
    }
}
