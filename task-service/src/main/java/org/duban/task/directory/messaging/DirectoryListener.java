package org.duban.task.directory.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.task.directory.Directory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class DirectoryListener {
    private static final EventChannel<DirectoryEvent> EVENTS =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    private final Inbox inbox;
    private final Directory directory;

    DirectoryListener(Inbox inbox, Directory directory) {
        this.inbox = inbox;
        this.directory = directory;
    }

    @KafkaListener(topics = DirectoryEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, EVENTS, directory::hears);
    }
}
