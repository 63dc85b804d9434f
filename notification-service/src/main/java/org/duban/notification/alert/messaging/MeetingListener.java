package org.duban.notification.alert.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.notification.alert.MeetingNews;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class MeetingListener {

    private static final EventChannel<MeetingEvent> CHANNEL =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    private final Inbox inbox;
    private final MeetingNews news;

    MeetingListener(Inbox inbox, MeetingNews news) {
        this.inbox = inbox;
        this.news = news;
    }

    @KafkaListener(topics = MeetingEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, news::take);
    }
}
