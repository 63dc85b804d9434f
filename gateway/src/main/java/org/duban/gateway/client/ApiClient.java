package org.duban.gateway.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.jspecify.annotations.Nullable;

/**
 * A unit's own software.
 *
 * @param unitId null only for {@code ADMIN}
 * @param secrets live ones, oldest first; two while one is being replaced by the other
 */
public record ApiClient(
        UUID id,
        String clientId,
        String name,
        @Nullable UUID unitId,
        Role role,
        List<String> scopes,
        boolean enabled,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        List<Secret> secrets) {

    static final int MOST_SECRETS = 2;

    /** @param digest SHA-256 of the secret, in hexadecimal */
    public record Secret(UUID id, String digest, Instant createdAt) {}

    void requireRoomForSecret() {
        if (secrets.size() >= MOST_SECRETS) {
            throw ClientRefused.tooManySecrets();
        }
    }

    void requireSpare(UUID secret) {
        if (secrets.stream().noneMatch(it -> it.id().equals(secret))) {
            throw ClientRefused.secretNotFound();
        }
        if (secrets.size() == 1) {
            throw ClientRefused.lastSecret();
        }
    }
}
