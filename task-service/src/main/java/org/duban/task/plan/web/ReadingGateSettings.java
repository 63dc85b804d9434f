package org.duban.task.plan.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param atOnce files that are read at the same time; each may take 256 MB of heap
 * @param inLine requests that may wait for a place
 * @param patience how long one of them waits
 * @param comeBack what those are told that did not get a place
 */
@ConfigurationProperties("duban.plan.reading")
record ReadingGateSettings(
        @DefaultValue("2") int atOnce,
        @DefaultValue("100") int inLine,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("10s") Duration comeBack) {}
