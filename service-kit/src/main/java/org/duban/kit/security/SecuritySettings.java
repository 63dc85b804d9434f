package org.duban.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param jwkSetUri where the issuer publishes its keys
 * @param issuer who signs tokens
 */
@ConfigurationProperties("duban.security")
record SecuritySettings(
        @DefaultValue("http://127.0.0.1:8080/oauth2/jwks") String jwkSetUri,
        @DefaultValue("http://localhost:8080") String issuer) {}
