package org.duban.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tokens that a service under test believes. */
public final class Tokens {

    private static final RSAKey KEY = key();
    private static final NimbusJwtEncoder ENCODER =
            new NimbusJwtEncoder(new ImmutableJWKSet<>(new com.nimbusds.jose.jwk.JWKSet(KEY)));

    private Tokens() {}

    /** @param scopes none stands for all that the role carries */
    public static String mint(String role, @Nullable UUID unit, @Nullable UUID county, String... scopes) {
        Set<String> granted = scopes.length == 0 ? scopesOf(role) : Set.of(scopes);
        UUID subject = UUID.nameUUIDFromBytes((role + unit).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return mint(new Caller(
                subject.toString(),
                "测试·" + role,
                unit,
                unit == null ? null : "测试单位",
                county,
                Set.of(role),
                granted,
                Set.of(),
                false));
    }

    public static String mint(Caller caller) {
        Instant now = Instant.now();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer("http://localhost:8080")
                .subject(caller.subject())
                .issuedAt(now)
                .expiresAt(now.plusSeconds(3600))
                .claim("name", caller.name())
                .claim("roles", caller.roles().stream().sorted().toList())
                .claim("posts", caller.posts().stream().map(UUID::toString).toList())
                .claim("scope", String.join(" ", caller.scopes()))
                .claim("software", caller.software());
        if (caller.unit() != null) {
            claims.claim("unit", caller.unit().toString());
        }
        if (caller.unitName() != null) {
            claims.claim("unit_name", caller.unitName());
        }
        if (caller.county() != null) {
            claims.claim("county", caller.county().toString());
        }
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return ENCODER.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    /** The value of the header {@code Authorization}. */
    public static String bearer(String role, @Nullable UUID unit, @Nullable UUID county, String... scopes) {
        return "Bearer " + mint(role, unit, county, scopes);
    }

    public static String bearer(Caller caller) {
        return "Bearer " + mint(caller);
    }

    public static Set<String> scopesOf(String role) {
        return switch (role) {
            case "SUPERVISOR" ->
                Set.of(
                        "plan:write",
                        "ledger:read",
                        "ledger:write",
                        "directory:read",
                        "directory:write",
                        "meeting:read",
                        "alert:read");
            case "SECRETARY" ->
                Set.of(
                        "ledger:read",
                        "directory:read",
                        "directory:write",
                        "meeting:read",
                        "meeting:write",
                        "alert:read");
            case "CONVENER" -> Set.of("ledger:read", "directory:read", "meeting:read", "meeting:write", "alert:read");
            case "LIAISON", "UNIT_HEAD", "COUNTY_OFFICE" ->
                Set.of(
                        "ledger:read",
                        "report:write",
                        "indicator:write",
                        "directory:read",
                        "meeting:read",
                        "meeting:write",
                        "alert:read");
            case "ADMIN" ->
                Set.of(
                        "account:write",
                        "directory:read",
                        "directory:write",
                        "ledger:read",
                        "meeting:read",
                        "alert:read");
            default -> Set.of();
        };
    }

    static JwtDecoder decoder() {
        try {
            return NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
