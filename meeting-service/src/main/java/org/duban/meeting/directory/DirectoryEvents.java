package org.duban.meeting.directory;

import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.meeting.contract.DirectoryEvent;
import org.springframework.stereotype.Component;

@Component
class DirectoryEvents {

    private static final EventChannel<DirectoryEvent> CHANNEL =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    private final Outbox outbox;

    DirectoryEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(DirectoryEvent event) {
        outbox.append(CHANNEL.outgoing(event.key(), event));
    }
}
