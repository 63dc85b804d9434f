package org.duban.kit.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers given to requests with a key. */
final class KeptAnswers {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String FIND = """
            select method, path, request, status, headers::text, body
            from idempotency where caller = :caller and key = :key
            """;
    private static final String KEEP = """
            insert into idempotency (caller, key, method, path, request, status, headers, body)
            values (:caller, :key, :method, :path, :request, :status, cast(:headers as jsonb), :body)
            """;

    /** @param hash of the body */
    record Asked(String method, String path, byte[] hash) {
        boolean same(Asked other) {
            return method.equals(other.method) && path.equals(other.path) && MessageDigest.isEqual(hash, other.hash);
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {}

    record Kept(Asked asked, Answer answer) {}

    private final JdbcClient jdbc;

    KeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False while another request with this key is under way; held to the end of the transaction, or of the process. */
    boolean begin(String caller, String key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", lock(caller, key))
                .query(Boolean.class)
                .single();
    }

    Optional<Kept> find(String caller, String key) {
        return jdbc.sql(FIND)
                .param("caller", caller)
                .param("key", key)
                .query((row, n) -> new Kept(
                        new Asked(row.getString("method"), row.getString("path"), row.getBytes("request")),
                        new Answer(
                                row.getInt("status"),
                                MAPPER.readValue(row.getString("headers"), HEADERS),
                                row.getBytes("body"))))
                .optional();
    }

    void keep(String caller, String key, Asked asked, Answer answer) {
        jdbc.sql(KEEP)
                .param("caller", caller)
                .param("key", key)
                .param("method", asked.method())
                .param("path", asked.path())
                .param("request", asked.hash())
                .param("status", answer.status())
                .param("headers", MAPPER.writeValueAsString(answer.headers()))
                .param("body", answer.body())
                .update();
    }

    void forgetOlderThan(Duration age) {
        jdbc.sql("delete from idempotency where at < now() - :age * interval '1 second'")
                .param("age", age.toSeconds())
                .update();
    }

    private static long lock(String caller, String key) {
        MessageDigest hash = sha256();
        hash.update(caller.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
        hash.update(key.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash.digest()).getLong();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
