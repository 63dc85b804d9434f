package org.duban.gateway.client;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ApiClients {

    private static final String COLUMNS = """
            select c.id, c.client_id, c.name, c.unit_id, c.role, c.scopes, c.enabled, c.created_at, c.last_used_at,
                   array(select s.id::text || ' ' || s.digest || ' ' || extract(epoch from s.created_at)::bigint
                         from api_client_secret s where s.client = c.id order by s.created_at, s.id) secrets
            from api_client c
            """;

    private final JdbcClient jdbc;

    ApiClients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ApiClient> withClientId(String clientId) {
        return jdbc.sql(COLUMNS + "where c.client_id = :clientId")
                .param("clientId", clientId)
                .query(ApiClients::client)
                .optional();
    }

    Optional<ApiClient> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where c.id = :id for update of c")
                .param("id", id)
                .query(ApiClients::client)
                .optional();
    }

    List<ApiClient> page(@Nullable UUID after, int limit) {
        return jdbc.sql(COLUMNS + """
                where cast(:after as uuid) is null or c.id > :after
                order by c.id
                limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(ApiClients::client)
                .list();
    }

    void add(ApiClient client) {
        jdbc.sql("""
                insert into api_client (id, client_id, name, unit_id, role, scopes, enabled, created_at)
                values (:id, :clientId, :name, :unitId, :role, :scopes, :enabled, :createdAt)
                """)
                .param("id", client.id())
                .param("clientId", client.clientId())
                .param("name", client.name())
                .param("unitId", client.unitId())
                .param("role", client.role().name())
                .param("scopes", client.scopes().toArray(String[]::new))
                .param("enabled", client.enabled())
                .param("createdAt", client.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        client.secrets().forEach(secret -> addSecret(client.id(), secret));
    }

    void addSecret(UUID client, ApiClient.Secret secret) {
        jdbc.sql("insert into api_client_secret (id, client, digest, created_at) values (:id, :client, :digest, :at)")
                .param("id", secret.id())
                .param("client", client)
                .param("digest", secret.digest())
                .param("at", secret.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void removeSecret(UUID secret) {
        jdbc.sql("delete from api_client_secret where id = :id")
                .param("id", secret)
                .update();
    }

    void change(UUID id, String name, boolean enabled, List<String> scopes) {
        jdbc.sql("update api_client set name = :name, enabled = :enabled, scopes = :scopes where id = :id")
                .param("id", id)
                .param("name", name)
                .param("enabled", enabled)
                .param("scopes", scopes.toArray(String[]::new))
                .update();
    }

    public void used(String clientId, Instant at) {
        jdbc.sql("update api_client set last_used_at = :at where client_id = :clientId")
                .param("clientId", clientId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ApiClient client(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
        return new ApiClient(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("name"),
                row.getObject("unit_id", UUID.class),
                Role.valueOf(row.getString("role")),
                texts(row.getArray("scopes")),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastUsed == null ? null : lastUsed.toInstant(),
                texts(row.getArray("secrets")).stream().map(ApiClients::secret).toList());
    }

    private static ApiClient.Secret secret(String line) {
        String[] parts = line.split(" ");
        return new ApiClient.Secret(
                UUID.fromString(parts[0]), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
