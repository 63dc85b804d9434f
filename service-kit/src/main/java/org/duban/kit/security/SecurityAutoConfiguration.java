package org.duban.kit.security;

import java.time.Clock;
import java.util.Collection;
import java.util.stream.Stream;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** A service behind the gateway: it believes the gateway's tokens and nothing else. Off where the service brings its own chain. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "duban.security.resource-server", matchIfMissing = true)
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecuritySettings settings) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.issuer()));
        return new KnownTokens(decoder, Clock.systemUTC());
    }

    /** The request is observed as a whole; each of a dozen filters by itself took longer than all of them. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain serviceSecurity(HttpSecurity http) {
        AuthenticationEntryPoint notSignedIn =
                (request, response, failure) -> Problems.write(Problem.of(401), request, response);
        AccessDeniedHandler denied = (request, response, failure) -> Problems.write(Problem.of(403), request, response);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests
                        // Dispatches within a request that has been let in already, as the events of an open stream.
                        .dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ASYNC, jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        // The management port is not reached from outside; on the public one these paths do not exist.
                        .requestMatchers("/actuator/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(problems ->
                        problems.authenticationEntryPoint(notSignedIn).accessDeniedHandler(denied))
                .oauth2ResourceServer(resources -> resources
                        .authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(denied)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(SecurityAutoConfiguration::authentication)))
                .build();
    }

    /** Roles as {@code ROLE_…}, scopes as {@code SCOPE_…}. */
    static AbstractAuthenticationToken authentication(Jwt token) {
        try {
            Caller caller = Caller.of(token);
            return new SignedIn(token, caller, authorities(caller));
        } catch (BadJwtException malformed) {
            throw new InvalidBearerTokenException("malformed claim", malformed);
        }
    }

    static Collection<GrantedAuthority> authorities(Caller caller) {
        return Stream.concat(
                        caller.roles().stream().map(role -> "ROLE_" + role),
                        caller.scopes().stream().map(scope -> "SCOPE_" + scope))
                .map(authority -> (GrantedAuthority) new SimpleGrantedAuthority(authority))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    static class Methods {}
}
