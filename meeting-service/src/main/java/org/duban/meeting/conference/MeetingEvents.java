package org.duban.meeting.conference;

import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.meeting.contract.MeetingEvent;
import org.springframework.stereotype.Component;

@Component
public class MeetingEvents {

    private static final EventChannel<MeetingEvent> CHANNEL =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    private final Outbox outbox;

    MeetingEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void tell(MeetingEvent event) {
        outbox.append(CHANNEL.outgoing(event.key(), event));
    }
}
