package org.duban.kit.sample;

import java.util.Map;
import org.duban.kit.event.EventChannel;

/** Something to tell in tests. */
public sealed interface SampleEvent {

    String TOPIC = "sample.events";

    EventChannel<SampleEvent> CHANNEL = EventChannel.of(
            TOPIC, SampleEvent.class, Map.of("sample.counted.v1", Counted.class, "sample.said.v1", Said.class));

    record Counted(String key, int number) implements SampleEvent {}

    record Said(String key, String words) implements SampleEvent {}
}
