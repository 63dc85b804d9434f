package org.duban.notification.directory.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.MechanismChanged;
import org.duban.meeting.contract.DirectoryEvent.MechanismDissolved;
import org.duban.meeting.contract.DirectoryEvent.MechanismEstablished;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostVacated;
import org.duban.meeting.contract.DirectoryEvent.UnitChanged;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitRetired;
import org.duban.notification.directory.Directory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class DirectoryListener {

    private static final EventChannel<DirectoryEvent> CHANNEL =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    private final Inbox inbox;
    private final Directory directory;

    DirectoryListener(Inbox inbox, Directory directory) {
        this.inbox = inbox;
        this.directory = directory;
    }

    @KafkaListener(topics = DirectoryEvent.TOPIC)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, this::copy);
    }

    void copy(DirectoryEvent event) {
        switch (event) {
            case UnitRegistered it -> directory.keep(it.unit(), false);
            case UnitChanged it -> directory.keep(it.unit(), false);
            case UnitRetired it -> directory.keep(it.unit(), true);
            case PostFilled it -> directory.keep(it.post(), it.holder());
            case PostVacated it -> directory.keep(it.post(), null);
            case MechanismEstablished it -> {}
            case MechanismChanged it -> {}
            case MechanismDissolved it -> {}
        }
    }
}
