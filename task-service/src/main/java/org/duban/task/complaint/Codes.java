package org.duban.task.complaint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Query codes and the form's challenges, made from one secret so that nothing but a hash has to be kept. A challenge costs whoever
 * files something a moment of computing and a few seconds of waiting, which a person does not notice and a flood does.
 */
final class Codes {
    /** Without what is mistaken when read aloud or written down: 0 O, 1 I L. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    static final int LENGTH = 12;
    static final int DIFFICULTY_BITS = 16;
    static final Duration SOONEST = Duration.ofSeconds(3);
    static final Duration LATEST = Duration.ofHours(2);

    private static final int NONCE = 16;
    private static final int MAC = 32;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    Codes(byte[] secret) {
        this.secret = secret.clone();
    }

    String challenge(Instant now) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] issued = ByteBuffer.allocate(Long.BYTES + NONCE)
                .putLong(now.toEpochMilli())
                .put(nonce)
                .array();
        byte[] signed = ByteBuffer.allocate(issued.length + MAC)
                .put(issued)
                .put(mac("challenge", issued))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /**
     * @param proof digits with which the challenge's hash begins with {@value #DIFFICULTY_BITS} zero bits
     * @throws ComplaintRefused where it is not ours, too fresh, too old or not worked for
     */
    void check(String challenge, String proof, Instant now) {
        Instant issuedAt = issuedAt(challenge).orElseThrow(ComplaintRefused::wrongChallenge);
        if (now.isBefore(issuedAt.plus(SOONEST))) {
            throw ComplaintRefused.tooFast();
        }
        if (now.isAfter(issuedAt.plus(LATEST))) {
            throw ComplaintRefused.stale();
        }
        if (!worked(challenge, proof)) {
            throw ComplaintRefused.wrongChallenge();
        }
    }

    static boolean worked(String challenge, String proof) {
        byte[] hash = sha256((challenge + "." + proof).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getInt() >>> (Integer.SIZE - DIFFICULTY_BITS) == 0;
    }

    private Optional<Instant> issuedAt(String challenge) {
        try {
            byte[] signed = Base64.getUrlDecoder().decode(challenge);
            if (signed.length != Long.BYTES + NONCE + MAC) {
                return Optional.empty();
            }
            byte[] issued = Arrays.copyOf(signed, Long.BYTES + NONCE);
            byte[] mac = Arrays.copyOfRange(signed, Long.BYTES + NONCE, signed.length);
            return MessageDigest.isEqual(mac, mac("challenge", issued))
                    ? Optional.of(Instant.ofEpochMilli(ByteBuffer.wrap(issued).getLong()))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /**
     * The code of what is filed under a challenge: the same for the same key, so that a retry gets the same answer, and unknown to
     * whoever lacks the key.
     */
    String code(String challenge, String key) {
        byte[] mac = mac("code", (challenge + "." + key).getBytes(StandardCharsets.UTF_8));
        BigInteger number = new BigInteger(1, mac);
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = number.divideAndRemainder(base);
            code.append(ALPHABET.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return code.toString();
    }

    /** As people copy it down: in groups, in small letters, in full width. */
    static String plain(String code) {
        return Normalizer.normalize(code, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
    }

    byte[] hashOfCode(String plain) {
        return mac("hash", plain.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] mac(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
