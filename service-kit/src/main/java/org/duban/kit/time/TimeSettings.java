package org.duban.kit.time;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param file local run only: holds the offset of the business clock
 * @param pace how often the business clock is looked at
 * @param turns false leaves days and ticks to other instances
 */
@ConfigurationProperties("duban.clock")
record TimeSettings(
        @Nullable Path file,
        @DefaultValue("1s") Duration pace,
        @DefaultValue("true") boolean turns) {}
