package org.duban.gateway.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.gateway.directory.Directory;
import org.duban.gateway.rights.Scopes;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What the administrator does with API clients; each change leaves an audit entry. */
@Service
public class ClientAdministration {

    /** @param secret shown once, kept nowhere */
    public record Issued(ApiClient client, UUID secretId, String secret) {}

    /** Absent parts stay as they are. */
    public record ClientChange(
            @Nullable String name,
            @Nullable Boolean enabled,
            @Nullable List<String> scopes) {}

    private final ApiClients clients;
    private final Directory directory;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    ClientAdministration(
            ApiClients clients, Directory directory, AuditTrail audit, TransactionOperations transactions) {
        this.clients = clients;
        this.directory = directory;
        this.audit = audit;
        this.transactions = transactions;
    }

    public List<ApiClient> page(@Nullable UUID after, int limit) {
        return clients.page(after, limit);
    }

    /** @param scopes null for all that the role has */
    public Issued register(String name, @Nullable UUID unitId, Role role, @Nullable List<String> scopes) {
        if (unitId == null && role != Role.ADMIN) {
            throw ClientRefused.unitMissing();
        }
        List<String> granted = granted(role, scopes);
        if (unitId != null && directory.expectUnit(unitId).isEmpty()) {
            throw ClientRefused.unknownUnit();
        }
        UUID id = Ids.next();
        String secret = Secrets.make();
        ApiClient.Secret kept = kept(secret);
        ApiClient client = new ApiClient(
                id,
                "duban-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                name.strip(),
                unitId,
                role,
                granted,
                true,
                kept.createdAt(),
                null,
                List.of(kept));
        return transactions.execute(status -> {
            clients.add(client);
            audit.record(
                    "client-registered", "client", id, Map.of("clientId", client.clientId(), "name", client.name()));
            return new Issued(client, kept.id(), secret);
        });
    }

    public ApiClient change(UUID id, ClientChange change) {
        return transactions.execute(status -> {
            ApiClient client = clients.lock(id).orElseThrow(ClientRefused::notFound);
            String name = change.name() == null ? client.name() : change.name().strip();
            boolean enabled = change.enabled() == null ? client.enabled() : change.enabled();
            List<String> scopes = change.scopes() == null ? client.scopes() : granted(client.role(), change.scopes());
            clients.change(id, name, enabled, scopes);
            audit.record("client-changed", "client", id, change);
            return clients.lock(id).orElseThrow(ClientRefused::notFound);
        });
    }

    /** A second secret, so that the software can be moved to it before the first is withdrawn. */
    public Issued addSecret(UUID id) {
        String secret = Secrets.make();
        ApiClient.Secret kept = kept(secret);
        return transactions.execute(status -> {
            ApiClient client = clients.lock(id).orElseThrow(ClientRefused::notFound);
            client.requireRoomForSecret();
            clients.addSecret(id, kept);
            audit.record("client-secret-added", "client", id, Map.of("secret", kept.id()));
            return new Issued(client, kept.id(), secret);
        });
    }

    public void removeSecret(UUID id, UUID secret) {
        transactions.executeWithoutResult(status -> {
            clients.lock(id).orElseThrow(ClientRefused::notFound).requireSpare(secret);
            clients.removeSecret(secret);
            audit.record("client-secret-removed", "client", id, Map.of("secret", secret));
        });
    }

    private static ApiClient.Secret kept(String secret) {
        return new ApiClient.Secret(Ids.next(), Secrets.digest(secret), Instant.now());
    }

    private static List<String> granted(Role role, @Nullable List<String> asked) {
        List<String> most = Scopes.of(role);
        if (asked == null) {
            return most;
        }
        List<String> beyond = new ArrayList<>(asked);
        beyond.removeAll(most);
        if (!beyond.isEmpty()) {
            throw ClientRefused.beyondRole(beyond);
        }
        return asked.stream().distinct().toList();
    }
}
