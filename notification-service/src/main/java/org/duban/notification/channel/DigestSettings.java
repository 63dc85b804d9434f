package org.duban.notification.channel;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The daily mail to a unit.
 *
 * @param enabled false sends none
 * @param from sender's address
 * @param notBefore business time before which no mail leaves
 * @param settle real time that must have passed since the oldest unsent alert, so that what belongs together goes together
 * @param lease how long one instance has a digest before another may send it; longer than a mail server takes to answer
 */
@ConfigurationProperties("duban.digest")
record DigestSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("duban@localhost") String from,
        @DefaultValue("08:30") LocalTime notBefore,
        @DefaultValue("20s") Duration settle,
        @DefaultValue("60s") Duration lease) {}
