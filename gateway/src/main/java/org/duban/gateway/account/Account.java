package org.duban.gateway.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person signs in. What the person may do is not kept here: it follows from the posts held now.
 *
 * @param personId null for the built-in administrator
 * @param administrator entitled to {@code ADMIN} without holding a post
 * @param credentials number of the password in force; raised with each change
 */
public record Account(
        UUID id,
        String username,
        @Nullable UUID personId,
        String password,
        boolean mustChangePassword,
        boolean administrator,
        boolean enabled,
        long credentials,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    Account withPassword(String encoded, boolean mustChange) {
        return new Account(
                id,
                username,
                personId,
                encoded,
                mustChange,
                administrator,
                enabled,
                credentials + 1,
                createdAt,
                lastSignInAt);
    }

    Account enabled(boolean now) {
        // The last door must not be locked from inside.
        if (administrator && !now) {
            throw AccountRefused.administratorStays();
        }
        return new Account(
                id,
                username,
                personId,
                password,
                mustChangePassword,
                administrator,
                now,
                credentials,
                createdAt,
                lastSignInAt);
    }

    Account mustChangePassword(boolean must) {
        return new Account(
                id, username, personId, password, must, administrator, enabled, credentials, createdAt, lastSignInAt);
    }
}
