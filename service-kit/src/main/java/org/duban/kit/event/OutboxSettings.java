package org.duban.kit.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param relay false leaves sending to other instances
 * @param look how often the relay looks by itself, takes over what another instance left, and measures
 * @param shortestPause first pause of a key whose row cannot be sent, and of a topic that does not answer
 * @param longestPause to which the pauses of a key grow
 */
@ConfigurationProperties("duban.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean relay,
        @DefaultValue("1s") Duration look,
        @DefaultValue("200ms") Duration shortestPause,
        @DefaultValue("60s") Duration longestPause) {

    Duration pause(int attempts) {
        Duration pause = shortestPause.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
