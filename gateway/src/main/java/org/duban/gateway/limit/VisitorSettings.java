package org.duban.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What somebody who has not signed in may ask of one instance of the gateway, by address.
 *
 * @param perMinute {@code DUBAN_VISITORS_PER_MINUTE}: requests
 * @param filingsPerHour {@code DUBAN_VISITORS_FILINGS_PER_HOUR}: complaints and suggestions
 * @param wrongCodesPerHour {@code DUBAN_VISITORS_WRONG_CODES_PER_HOUR}
 * @param body {@code DUBAN_VISITORS_BODY}: largest body of a request
 */
@ConfigurationProperties("duban.visitors")
public record VisitorSettings(
        @DefaultValue("60") int perMinute,
        @DefaultValue("20") int filingsPerHour,
        @DefaultValue("20") int wrongCodesPerHour,
        @DefaultValue("64KB") DataSize body) {}
