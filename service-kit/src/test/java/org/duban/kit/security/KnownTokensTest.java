package org.duban.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class KnownTokensTest {

    private static final Instant BEGIN = Instant.parse("2026-11-02T00:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private final KnownTokens tokens = new KnownTokens(this::check, clock);
    private boolean withdrawn;

    @Test
    void aTokenIsCheckedOnceAMinute() {
        Jwt first = tokens.decode("a");
        clock.now = BEGIN.plus(KnownTokens.LONGEST).minusMillis(1);
        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(checked).containsExactly("a");
        clock.now = BEGIN.plus(KnownTokens.LONGEST);
        assertThat(tokens.decode("a")).isNotSameAs(first);
        assertThat(checked).containsExactly("a", "a");
    }

    @Test
    void aTokenIsKnownByItsWholeText() {
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(tokens.decode("a.").getTokenValue()).isEqualTo("a.");
        assertThat(checked).containsExactly("a", "a.");
    }

    @Test
    void aTokenIsNotKnownLongerThanItIsValid() {
        tokens.decode("short");
        clock.now = BEGIN.plusSeconds(10);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("short"));
    }

    @Test
    void aWithdrawnKeyIsFoundOutWithinAMinuteAndARefusalIsNotRemembered() {
        tokens.decode("a");
        withdrawn = true;
        clock.now = BEGIN.plus(KnownTokens.LONGEST);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
        withdrawn = false;
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
    }

    @Test
    void onlySoManyTokensAreKept() {
        for (int i = 0; i <= KnownTokens.MOST; i++) {
            tokens.decode("token" + i);
        }
        checked.clear();
        for (int i = 0; i <= KnownTokens.MOST; i++) {
            tokens.decode("token" + i);
        }
        assertThat(checked).isNotEmpty();
    }

    private Jwt check(String text) {
        checked.add(text);
        Instant expires = text.equals("short") ? BEGIN.plusSeconds(10) : BEGIN.plus(Duration.ofHours(1));
        if (withdrawn || !clock.now.isBefore(expires)) {
            throw new BadJwtException("refused");
        }
        return Jwt.withTokenValue(text)
                .header("alg", "RS256")
                .subject("s")
                .expiresAt(expires)
                .build();
    }

    private static final class SetClock extends Clock {
        private Instant now = BEGIN;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
