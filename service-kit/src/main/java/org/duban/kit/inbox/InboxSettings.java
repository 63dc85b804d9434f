package org.duban.kit.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long an event's id is remembered; longer than Kafka can deliver it again
 * @param tries how often an event is tried whose failure may last, before it becomes a dead letter
 * @param longestPause to which the pauses between tries grow
 */
@ConfigurationProperties("duban.inbox")
record InboxSettings(
        @DefaultValue("45d") Duration keep,
        @DefaultValue("5") int tries,
        @DefaultValue("30s") Duration longestPause) {}
