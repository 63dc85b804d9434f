package org.duban.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signs tokens as the gateway does, and publishes the key. */
public final class Issuer implements AutoCloseable {
    private static final String NAME = "http://localhost:8080";

    private final RSAKey key;
    private final HttpServer server;

    public Issuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("bench").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /**
     * @param unit null for staff
     * @param scopes apart by blanks
     */
    public String token(String role, @Nullable UUID unit, String scopes) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .subject(UUID.nameUUIDFromBytes((role + unit).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(7200)))
                .claim("name", "测试人员")
                .claim("roles", List.of(role))
                .claim("posts", List.of())
                .claim("scope", scopes)
                .claim("software", false);
        if (unit != null) {
            claims.claim("unit", unit.toString());
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
