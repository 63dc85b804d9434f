package org.duban.task.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param city the city's name, which stands before its office's; empty for none
 * @param office the office that supervises, in the city and in each county
 */
@ConfigurationProperties("duban.paper")
record IssuerSettings(
        @DefaultValue("") String city,
        @DefaultValue("督导调度办公室") String office) {}
