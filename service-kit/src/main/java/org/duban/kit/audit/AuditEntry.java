package org.duban.kit.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was done, before it has its place in the chain. */
record AuditEntry(
        Instant at,
        String actor,
        String actorName,
        @Nullable UUID actorUnit,
        String action,
        String subjectType,
        UUID subject,
        JsonNode details) {

    /** SHA-256 of the hash before, the number and {@link #content}. */
    byte[] hash(long number, byte[] previous) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(previous);
        write(all, number);
        all.writeBytes(content());
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All of the entry but its number. */
    byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Object part : new @Nullable Object[] {
            at, actor, actorName, actorUnit, action, subjectType, subject, CanonicalJson.write(details)
        }) {
            write(content, part);
        }
        return content.toByteArray();
    }

    private static void write(ByteArrayOutputStream content, @Nullable Object part) {
        byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        // The length keeps neighbouring fields from trading characters.
        content.writeBytes((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(bytes);
    }
}
