package org.duban.gateway.token.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.duban.gateway.client.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares with each of a client's live secrets: while one is replaced both are good. */
class AnyLiveSecret implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence secret) {
        throw new UnsupportedOperationException("secrets are made where clients are registered");
    }

    @Override
    public boolean matches(@Nullable CharSequence presented, @Nullable String digests) {
        if (presented == null || digests == null) {
            return false;
        }
        byte[] digest = Secrets.digest(presented.toString()).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String live : digests.split(" ")) {
            found |= MessageDigest.isEqual(digest, live.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }
}
