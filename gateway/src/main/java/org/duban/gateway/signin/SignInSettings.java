package org.duban.gateway.signin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param attempts {@code DUBAN_GATEWAY_SIGN_IN_ATTEMPTS}: failures of one username from one address within {@code period}
 * @param attemptsPerAddress {@code DUBAN_GATEWAY_SIGN_IN_ATTEMPTS_PER_ADDRESS}: failures from one address, any username
 * @param period {@code DUBAN_GATEWAY_SIGN_IN_PERIOD}
 * @param issuerUri {@code DUBAN_GATEWAY_SIGN_IN_ISSUER_URI}: an OpenID Connect issuer whose {@code preferred_username} names
 *     the account; signing in with a password stays possible
 * @param clientId {@code DUBAN_GATEWAY_SIGN_IN_CLIENT_ID}: the gateway's id at that issuer
 * @param clientSecret {@code DUBAN_GATEWAY_SIGN_IN_CLIENT_SECRET}
 */
@ConfigurationProperties("duban.gateway.sign-in")
public record SignInSettings(
        @DefaultValue("5") int attempts,
        @DefaultValue("50") int attemptsPerAddress,
        @DefaultValue("5m") Duration period,
        @Nullable String issuerUri,
        @DefaultValue("duban") String clientId,
        @Nullable String clientSecret) {}
