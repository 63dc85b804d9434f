package org.duban.gateway.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account that is opened when there is none.
 *
 * @param username {@code DUBAN_ADMIN_USERNAME}
 * @param password {@code DUBAN_ADMIN_PASSWORD}; without one, one is made and written to the log once
 * @param mustChange {@code DUBAN_ADMIN_MUST_CHANGE}: it must be changed at the first sign-in
 */
@ConfigurationProperties("duban.admin")
record AdminSettings(
        @DefaultValue("admin") String username,
        @Nullable String password,
        @DefaultValue("true") boolean mustChange) {}
