package org.duban.gateway.token.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.duban.gateway.client.ApiClients;
import org.duban.gateway.identity.Identities;
import org.duban.gateway.limit.Pause;
import org.duban.gateway.limit.RateLimits;
import org.duban.gateway.token.SigningKeys;
import org.duban.gateway.token.TokenSettings;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tokens for software: client credentials, the published keys, and discovery. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TokenSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoints(HttpSecurity http, RateLimits limits) {
        var paths = PathPatternRequestMatcher.withDefaults();
        http.securityMatcher(new OrRequestMatcher(
                paths.matcher("/oauth2/token"),
                paths.matcher("/oauth2/jwks"),
                paths.matcher("/oauth2/authorize"),
                paths.matcher("/.well-known/openid-configuration"),
                paths.matcher("/.well-known/oauth-authorization-server")));
        http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults())
                .clientAuthentication(clients -> clients.authenticationProviders(providers -> providers.stream()
                        .filter(ClientSecretAuthenticationProvider.class::isInstance)
                        .map(ClientSecretAuthenticationProvider.class::cast)
                        .forEach(provider -> provider.setPasswordEncoder(new AnyLiveSecret())))));
        http.csrf(csrf -> csrf.disable());
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.addFilterAfter(new TokenLimit(limits), SecurityContextHolderFilter.class);
        return http.build();
    }

    /** A token already says what its client is entitled to; the gateway looks again at each request. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> tokenClaims(SigningKeys keys, ApiClients clients, Identities identities) {
        return context -> {
            context.getJwsHeader().keyId(keys.signingKeyId());
            if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                return;
            }
            String clientId = context.getRegisteredClient().getClientId();
            clients.withClientId(clientId).ifPresent(client -> {
                // Software that names no scope means all it has.
                Collection<String> asked =
                        context.getAuthorizedScopes().isEmpty() ? client.scopes() : context.getAuthorizedScopes();
                context.getClaims()
                        .claims(all ->
                                all.putAll(identities.software(client, asked).claims()));
                clients.used(clientId, Instant.now());
            });
        };
    }

    private static final class TokenLimit extends OncePerRequestFilter {

        private final RateLimits limits;

        TokenLimit(RateLimits limits) {
            this.limits = limits;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().equals("/oauth2/token");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<Duration> pause = limits.takeToken(request.getRemoteAddr());
            if (pause.isPresent()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Pause.text(pause.get()));
                Problems.write(Problem.of(429, "too-many-requests", "请求令牌过于频繁，请稍后再试"), request, response);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
