package org.duban.gateway.token.web;

import java.time.Duration;
import java.util.stream.Collectors;
import org.duban.gateway.client.ApiClient;
import org.duban.gateway.client.ApiClients;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** API clients as the authorization server knows them; a disabled one is unknown to it. */
@Component
class RegisteredApiClients implements RegisteredClientRepository {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final ApiClients clients;

    RegisteredApiClients(ApiClients clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are registered by the administrator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        // A text of PostgreSQL cannot hold it, so no client is called so.
        if (clientId.indexOf('\0') >= 0) {
            return null;
        }
        return clients.withClientId(clientId)
                .filter(ApiClient::enabled)
                .filter(client -> !client.secrets().isEmpty())
                .map(RegisteredApiClients::registered)
                .orElse(null);
    }

    private static RegisteredClient registered(ApiClient client) {
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientIdIssuedAt(client.createdAt())
                .clientName(client.name())
                .clientSecret(
                        client.secrets().stream().map(ApiClient.Secret::digest).collect(Collectors.joining(" ")))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(
                        TokenSettings.builder().accessTokenTimeToLive(LIFE).build())
                .build();
    }
}
