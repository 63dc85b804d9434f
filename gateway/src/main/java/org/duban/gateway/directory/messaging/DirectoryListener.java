package org.duban.gateway.directory.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.gateway.directory.Directory;
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
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class DirectoryListener {

    private static final EventChannel<DirectoryEvent> DIRECTORY =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);

    private final Inbox inbox;
    private final Directory directory;

    DirectoryListener(Inbox inbox, Directory directory) {
        this.inbox = inbox;
        this.directory = directory;
    }

    @KafkaListener(topics = DirectoryEvent.TOPIC)
    void on(ConsumerRecord<String, byte @Nullable []> record) {
        inbox.takeOnce(record, DIRECTORY, this::take);
    }

    private void take(DirectoryEvent event) {
        switch (event) {
            case UnitRegistered it -> directory.unitIs(it.unit(), false);
            case UnitChanged it -> directory.unitIs(it.unit(), false);
            case UnitRetired it -> directory.unitIs(it.unit(), true);
            case PostFilled it -> directory.postIsFilled(it.post(), it.holder(), it.since());
            case PostVacated it -> directory.postIsVacant(it.post(), it.since());
            // Mechanisms give nobody rights at the door.
            case MechanismEstablished it -> {}
            case MechanismChanged it -> {}
            case MechanismDissolved it -> {}
        }
    }
}
