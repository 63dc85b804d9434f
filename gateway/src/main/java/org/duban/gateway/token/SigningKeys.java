package org.duban.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.encrypt.TextEncryptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * RSA keys of all instances of the gateway, kept in its database so that sessions and tokens survive a restart. The newest
 * signs; older ones stay published until no token of theirs can be alive.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration AFTERLIFE = Duration.ofDays(1);
    private static final int BITS = 3072;
    private static final long LOCK = 0x6475_6261_6e6b_6579L;

    private record Snapshot(List<RSAKey> newestFirst, Instant readAt) {}

    private record Row(String jwk, boolean encrypted, Instant createdAt) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final KeySettings settings;
    private final @Nullable TextEncryptor encryptor;
    private volatile @Nullable Snapshot snapshot;

    SigningKeys(JdbcClient jdbc, TransactionOperations transactions, KeySettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.settings = settings;
        String passphrase = settings.passphrase();
        // Each text gets a random initialisation vector; the salt only has to be the same for all instances.
        this.encryptor = passphrase == null || passphrase.isBlank()
                ? null
                : Encryptors.delux(passphrase, "647562616e2d6b657973");
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        List<JWK> found = selector.select(new JWKSet(List.<JWK>copyOf(current().newestFirst())));
        // Another instance may have made a key a moment ago.
        return found.isEmpty() ? selector.select(new JWKSet(List.<JWK>copyOf(read().newestFirst()))) : found;
    }

    /** Id of the key that signs now. */
    public String signingKeyId() {
        return current().newestFirst().getFirst().getKeyID();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known != null && known.readAt().plus(FRESH).isAfter(Instant.now()) ? known : read();
    }

    private synchronized Snapshot read() {
        Snapshot known = snapshot;
        if (known != null && known.readAt().plusSeconds(1).isAfter(Instant.now())) {
            return known;
        }
        List<Row> rows = rows();
        if (rows.isEmpty()
                || rows.getFirst().createdAt().plus(settings.lifetime()).isBefore(Instant.now())) {
            makeKey();
            rows = rows();
        }
        Snapshot fresh = new Snapshot(rows.stream().map(this::key).toList(), Instant.now());
        snapshot = fresh;
        return fresh;
    }

    private List<Row> rows() {
        return jdbc.sql("""
                select jwk, encrypted, created_at from signing_key
                where created_at > now() - make_interval(secs => :kept)
                order by created_at desc, id
                """)
                .param("kept", (double) settings.lifetime().plus(AFTERLIFE).toSeconds())
                .query((row, number) -> new Row(
                        row.getString("jwk"),
                        row.getBoolean("encrypted"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void makeKey() {
        RSAKey key = generate();
        transactions.executeWithoutResult(status -> {
            // Instances that start together must agree on one key.
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> true)
                    .single();
            boolean made = rows().stream()
                    .anyMatch(row -> row.createdAt().plus(settings.lifetime()).isAfter(Instant.now()));
            if (made) {
                return;
            }
            String json = key.toJSONString();
            jdbc.sql("insert into signing_key (id, jwk, encrypted, created_at) values (:id, :jwk, :encrypted, :at)")
                    .param("id", key.getKeyID())
                    .param("jwk", encryptor == null ? json : encryptor.encrypt(json))
                    .param("encrypted", encryptor != null)
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                    .update();
        });
    }

    private RSAKey key(Row row) {
        try {
            if (!row.encrypted()) {
                return RSAKey.parse(row.jwk());
            }
            if (encryptor == null) {
                throw new IllegalStateException("signing keys are encrypted: DUBAN_KEYS_PASSPHRASE is missing");
            }
            return RSAKey.parse(encryptor.decrypt(row.jwk()));
        } catch (ParseException unreadable) {
            // Its message may quote the key.
            throw new IllegalStateException("a signing key cannot be read");
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        }
    }
}
