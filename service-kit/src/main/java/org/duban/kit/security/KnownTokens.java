package org.duban.kit.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.ConcurrentLruCache;

/**
 * Checks a token's signature once a minute and not with each request. A token is known by its whole text, never longer than it is
 * valid; what was refused is not remembered.
 */
final class KnownTokens implements JwtDecoder {

    /** A key that is withdrawn signs for so much longer. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    static final int MOST = 2_000;

    private record Known(Jwt token, Instant until) {}

    private final Clock clock;
    private final ConcurrentLruCache<String, Known> known;

    KnownTokens(JwtDecoder checking, Clock clock) {
        this.clock = clock;
        this.known = new ConcurrentLruCache<>(MOST, text -> checked(checking, text));
    }

    private Known checked(JwtDecoder checking, String text) {
        Jwt token = checking.decode(text);
        Instant until = clock.instant().plus(LONGEST);
        Instant expires = token.getExpiresAt();
        return new Known(token, expires != null && expires.isBefore(until) ? expires : until);
    }

    @Override
    public Jwt decode(String text) {
        Known found = known.get(text);
        if (!clock.instant().isBefore(found.until)) {
            known.remove(text);
            found = known.get(text);
        }
        return found.token;
    }
}
