package org.duban.notification.alert.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.notification.alert.TaskNews;
import org.duban.task.contract.TaskEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

    private static final EventChannel<TaskEvent> CHANNEL =
            EventChannel.of(TaskEvent.TOPIC, TaskEvent.class, TaskEvent.TYPES);

    private final Inbox inbox;
    private final TaskNews news;

    TaskListener(Inbox inbox, TaskNews news) {
        this.inbox = inbox;
        this.news = news;
    }

    @KafkaListener(topics = TaskEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, news::take);
    }
}
