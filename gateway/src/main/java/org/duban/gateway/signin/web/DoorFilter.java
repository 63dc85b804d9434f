package org.duban.gateway.signin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.gateway.identity.Identities;
import org.duban.gateway.identity.Identity;
import org.duban.gateway.limit.Pause;
import org.duban.gateway.limit.RateLimits;
import org.duban.gateway.route.OpenToVisitors;
import org.duban.gateway.route.Upstream;
import org.duban.gateway.signin.SignedIn;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is at the door, by session or by token, each time anew; and whether they may go on now. */
class DoorFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final Set<String> OPEN_BEFORE_PASSWORD_CHANGE =
            Set.of("/api/me", "/api/me/password", "/api/session", "/api/session/csrf");

    private final Identities identities;
    private final JwtDecoder tokens;
    private final RateLimits limits;
    private final SessionRepository<?> sessions;

    DoorFilter(Identities identities, JwtDecoder tokens, RateLimits limits, SessionRepository<?> sessions) {
        this.identities = identities;
        this.tokens = tokens;
        this.limits = limits;
        this.sessions = sessions;
    }

    /** The token that a request presents; a session is not looked at then, and so nothing can be forged through it. */
    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || OpenToVisitors.covers(request.getMethod(), request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = bearer(request);
        Optional<Identity> known = token == null ? bySession(request) : byToken(token);
        Optional<Duration> pause =
                limits.take(known.map(Identity::subject).orElseGet(() -> "address " + request.getRemoteAddr()));
        if (pause.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Pause.text(pause.get()));
            Problems.write(Problem.of(429, "too-many-requests", "请求过于频繁，请稍后再试"), request, response);
            return;
        }
        if (token != null && known.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            Problems.write(Problem.of(401, "invalid-token", "访问令牌无效或已过期，请重新获取"), request, response);
            return;
        }
        if (known.isPresent()) {
            Identity identity = known.get();
            if (identity.mustChangePassword() && !OPEN_BEFORE_PASSWORD_CHANGE.contains(request.getRequestURI())) {
                Problems.write(Problem.of(403, "password-change-required", "首次登录或密码被重置后，请先修改密码"), request, response);
                return;
            }
            enter(request, identity);
            if (request.getRequestURI().equals(Upstream.STREAM)) {
                HttpSession session = token == null ? request.getSession(false) : null;
                chain.doFilter(
                        request,
                        new WatchedAnswer(
                                response,
                                () -> identity.equals(again(token, session).orElse(null))));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** Who it is by now; the request itself remembers the session as it was at its beginning. */
    private Optional<Identity> again(@Nullable String token, @Nullable HttpSession session) {
        try {
            if (token != null) {
                return byToken(token);
            }
            Session now = session == null ? null : sessions.findById(session.getId());
            return now != null && now.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn
                    ? identities.ofSession(signedIn.account(), signedIn.credentials())
                    : Optional.empty();
        } catch (DataAccessException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Identity> bySession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SignedIn.ATTRIBUTE) instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        Optional<Identity> identity = identities.ofSession(signedIn.account(), signedIn.credentials());
        if (identity.isEmpty()) {
            session.invalidate();
        }
        return identity;
    }

    private Optional<Identity> byToken(String token) {
        try {
            Jwt jwt = tokens.decode(token);
            String scope = jwt.getClaimAsString("scope");
            List<String> scopes = scope == null ? List.of() : Arrays.asList(scope.split(" "));
            String client = jwt.getSubject();
            return client == null ? Optional.empty() : identities.ofClient(client, scopes);
        } catch (JwtException invalid) {
            return Optional.empty();
        }
    }

    private static void enter(HttpServletRequest request, Identity identity) {
        request.setAttribute(Identity.ATTRIBUTE, identity);
        List<GrantedAuthority> authorities = new ArrayList<>();
        identity.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        identity.scopes().forEach(scope -> authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope)));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(identity.caller(), null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
