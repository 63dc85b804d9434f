package org.duban.gateway.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.duban.gateway.identity.Identities;
import org.duban.gateway.limit.RateLimits;
import org.duban.gateway.limit.VisitorLimits;
import org.duban.gateway.route.OpenToVisitors;
import org.duban.gateway.signin.SignInSettings;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Who comes in and how: the page's session with its CSRF token, or a bearer token. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 8 * 60 * 60)
class DoorConfiguration {

    // The component library writes its styles into the page; scripts come from here only; a frame shows files that were
    // handed in, as the page has fetched them.
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                    + " frame-src blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("DUBAN_SESSION");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }

    @Bean
    @Order(2)
    SecurityFilterChain door(
            HttpSecurity http,
            Identities identities,
            JwtDecoder tokens,
            RateLimits limits,
            VisitorLimits visitors,
            SessionRepository<?> sessions,
            CsrfTokenRepository csrfTokens,
            ObjectProvider<ClientRegistrationRepository> issuers,
            ObjectProvider<OutsideSignIn> outside,
            SignInSettings settings) {
        http.csrf(csrf -> csrf.spa()
                .csrfTokenRepository(csrfTokens)
                .ignoringRequestMatchers(
                        request -> DoorFilter.bearer(request) != null || isSignIn(request) || isOfVisitor(request)));
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable);
        http.formLogin(AbstractHttpConfigurer::disable);
        http.httpBasic(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.addFilterBefore(new DoorFilter(identities, tokens, limits, sessions), AuthorizationFilter.class);
        http.addFilterBefore(new VisitorFilter(visitors), AuthorizationFilter.class);
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/session", "/api/session/csrf")
                .permitAll()
                .requestMatchers(request -> OpenToVisitors.covers(request.getMethod(), request.getRequestURI()))
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/docs", "/api/docs/**")
                .permitAll()
                .requestMatchers("/api", "/api/**")
                .authenticated()
                .anyRequest()
                .permitAll());
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (request, response, missing) -> Problems.write(Problem.of(401), request, response))
                .accessDeniedHandler(denied()));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(frame -> frame.deny())
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(Duration.ofDays(365).toSeconds())));
        outside.ifAvailable(signIn -> http.oauth2Login(login -> login.clientRegistrationRepository(issuers.getObject())
                .loginPage("/sign-in")
                .successHandler(signIn)
                .failureHandler(signIn)));
        return http.build();
    }

    // JSON only, which another site cannot send without asking first; so the first request needs no token yet.
    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session") && isJson(request);
    }

    // Nobody's session goes along with it, so there is nothing to forge; JSON besides, for the same reason as above.
    private static boolean isOfVisitor(HttpServletRequest request) {
        return OpenToVisitors.covers(request.getMethod(), request.getRequestURI()) && isJson(request);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json");
    }

    private static AccessDeniedHandler denied() {
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                Problems.write(Problem.of(403, "csrf", "页面已过期，请刷新后重试"), request, response);
            } else {
                Problems.write(Problem.of(403), request, response);
            }
        };
    }
}
