package org.duban.kit.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param enabled false where another service behind does it
 * @param keep how long an answer can be had again
 * @param largestBody of a request with a key that is no upload
 */
@ConfigurationProperties("duban.idempotency")
record IdempotencySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("4MB") DataSize largestBody) {}
