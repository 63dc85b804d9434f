package org.duban.bench.relay;

import java.util.List;

/** What is measured, and how each is set up: the others at the settings that make them quickest without losing order. */
enum Kind {
    DUBAN(List.of("--namastack.outbox.enabled=false")),
    POLLING(List.of("--duban.outbox.relay=false", "--namastack.outbox.enabled=false")),
    NAMASTACK(List.of(
            // its bean has the same name as ours
            "--spring.autoconfigure.exclude=org.duban.kit.event.OutboxAutoConfiguration",
            "--namastack.outbox.polling.trigger=fixed",
            "--namastack.outbox.polling.fixed.interval=100ms",
            "--namastack.outbox.polling.batch-size=256",
            "--namastack.outbox.processing.delete-completed-records=true",
            "--namastack.outbox.instance.heartbeat-interval=500ms",
            "--namastack.outbox.instance.stale-instance-timeout=2s",
            "--namastack.outbox.instance.rebalance-interval=500ms",
            "--namastack.outbox.multicaster.enabled=false"));

    final List<String> settings;

    Kind(List<String> settings) {
        this.settings = settings;
    }
}
