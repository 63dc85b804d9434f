package org.duban.meeting.calendar.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.meeting.calendar.WorkingDays;
import org.duban.task.contract.CalendarEvent;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class CalendarListener {

    private static final EventChannel<CalendarEvent> CHANNEL =
            EventChannel.of(CalendarEvent.TOPIC, CalendarEvent.class, CalendarEvent.TYPES);

    private final Inbox inbox;
    private final WorkingDays workingDays;

    CalendarListener(Inbox inbox, WorkingDays workingDays) {
        this.inbox = inbox;
        this.workingDays = workingDays;
    }

    @KafkaListener(topics = CalendarEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, this::learn);
    }

    private void learn(CalendarEvent event) {
        switch (event) {
            case WorkingDaysPublished year -> workingDays.learn(year);
        }
    }
}
