package org.duban.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.duban.gateway.identity.Identity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/**
 * The short-lived tokens under which the gateway passes a request on. Kept by the whole identity: as soon as a post changes
 * hands the identity is another one, and so is its pass.
 */
@Component
public class Passes {

    private static final Duration LIFE = Duration.ofMinutes(3);
    private static final Duration REUSE = Duration.ofSeconds(60);
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final JwtEncoder encoder;
    private final SigningKeys keys;
    private final TokenSettings settings;
    private final Cache<Identity, String> issued =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REUSE).build();

    private final Cache<String, String> visitors =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(REUSE).build();

    Passes(JwtEncoder encoder, SigningKeys keys, TokenSettings settings) {
        this.encoder = encoder;
        this.keys = keys;
        this.settings = settings;
    }

    public String passOf(Identity identity) {
        return issued.get(identity, it -> encode(it.subject(), it.claims()));
    }

    /** For what the public asks without signing in; entitles to nothing. */
    public String ofVisitor() {
        return visitors.get("visitor", it -> encode(it, Map.of("name", "群众", "software", false)));
    }

    /** For what the gateway asks on its own behalf; entitles to nothing. */
    public String own() {
        return encode("gateway", Map.of("name", "gateway", "software", true));
    }

    private String encode(String subject, Map<String, Object> claims) {
        Instant now = Instant.now();
        var set = JwtClaimsSet.builder()
                .issuer(settings.issuer())
                .subject(subject)
                .issuedAt(now.minus(SKEW))
                .expiresAt(now.plus(LIFE))
                .claims(all -> all.putAll(claims))
                .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256)
                .keyId(keys.signingKeyId())
                .build();
        return encoder.encode(JwtEncoderParameters.from(header, set)).getTokenValue();
    }
}
