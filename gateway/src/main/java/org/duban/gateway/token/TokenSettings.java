package org.duban.gateway.token;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param issuer {@code DUBAN_SECURITY_ISSUER}: under which address tokens are issued; services accept no other */
@ConfigurationProperties("duban.security")
public record TokenSettings(
        @DefaultValue("http://localhost:8080") String issuer) {}
