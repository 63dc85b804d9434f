package org.duban.task.ledger.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.task.ledger.MinutesFollowUp;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class MeetingListener {
    private static final EventChannel<MeetingEvent> EVENTS =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    private final Inbox inbox;
    private final MinutesFollowUp followUp;

    MeetingListener(Inbox inbox, MinutesFollowUp followUp) {
        this.inbox = inbox;
        this.followUp = followUp;
    }

    @KafkaListener(topics = MeetingEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, EVENTS, followUp::hears);
    }
}
