package org.duban.gateway.token;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that tokens are signed with.
 *
 * @param passphrase {@code DUBAN_KEYS_PASSPHRASE}: private keys rest encrypted under it; without one they rest as they are,
 *     protected by the database alone
 * @param lifetime {@code DUBAN_KEYS_LIFETIME}: after it a new key signs; the old one stays published
 */
@ConfigurationProperties("duban.keys")
record KeySettings(
        @Nullable String passphrase, @DefaultValue("90d") Duration lifetime) {}
