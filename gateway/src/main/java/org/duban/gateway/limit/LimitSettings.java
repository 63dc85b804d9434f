package org.duban.gateway.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one caller may ask of one instance of the gateway.
 *
 * @param perSecond {@code DUBAN_LIMITS_PER_SECOND}: requests of one account, client or, not signed in, address
 * @param burst {@code DUBAN_LIMITS_BURST}: requests at once after a pause
 * @param tokensPerSecond {@code DUBAN_LIMITS_TOKENS_PER_SECOND}: requests for a token from one address
 * @param tokensBurst {@code DUBAN_LIMITS_TOKENS_BURST}
 * @param body {@code DUBAN_LIMITS_BODY}: largest body of a request
 */
@ConfigurationProperties("duban.limits")
public record LimitSettings(
        @DefaultValue("100") int perSecond,
        @DefaultValue("400") int burst,
        @DefaultValue("10") int tokensPerSecond,
        @DefaultValue("100") int tokensBurst,
        @DefaultValue("25MB") DataSize body) {}
