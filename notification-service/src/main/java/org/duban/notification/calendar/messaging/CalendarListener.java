package org.duban.notification.calendar.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.notification.calendar.Calendar;
import org.duban.task.contract.CalendarEvent;
import org.duban.task.contract.CalendarEvent.WorkingDaysPublished;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class CalendarListener {

    private static final EventChannel<CalendarEvent> CHANNEL =
            EventChannel.of(CalendarEvent.TOPIC, CalendarEvent.class, CalendarEvent.TYPES);

    private final Inbox inbox;
    private final Calendar calendar;

    CalendarListener(Inbox inbox, Calendar calendar) {
        this.inbox = inbox;
        this.calendar = calendar;
    }

    @KafkaListener(topics = CalendarEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, this::copy);
    }

    private void copy(CalendarEvent event) {
        switch (event) {
            case WorkingDaysPublished published -> calendar.keep(published);
        }
    }
}
