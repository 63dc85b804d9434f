package org.duban.gateway.signin.web;

import java.util.Objects;
import org.duban.gateway.signin.SignInSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("duban.gateway.sign-in.issuer-uri")
class OutsideIssuer {

    // Asked only when somebody signs in: an issuer that is away must not keep the gateway from starting.
    @Bean
    ClientRegistrationRepository issuers(SignInSettings settings) {
        String issuer = Objects.requireNonNull(settings.issuerUri());
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId("issuer")
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .userNameAttributeName("preferred_username")
                        .scope("openid", "profile")
                        .build()));
    }
}
