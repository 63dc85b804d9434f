package org.duban.gateway.account;

import java.security.SecureRandom;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The rule for passwords: 8 to 64 characters, letters and digits. */
@Component
public class Passwords {

    // Without 0/O, 1/l/I: an initial password is read from paper and typed.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";

    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodys = encode(generate());
    }

    public boolean matches(String raw, Account account) {
        return encoder.matches(raw, account.password());
    }

    /** Takes as long as {@link #matches}, so that the time taken does not tell which usernames exist. */
    public void matchNobody(String raw) {
        encoder.matches(raw, nobodys);
    }

    final String encode(String raw) {
        String encoded = encoder.encode(raw);
        if (encoded == null) {
            throw new IllegalArgumentException("no password");
        }
        return encoded;
    }

    /** @param pointer where the password stood in the request */
    void requireStrong(String raw, String pointer) {
        // bcrypt reads 72 bytes and no more.
        boolean fits = raw.length() >= 8
                && raw.length() <= 64
                && raw.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 72;
        if (!fits || raw.chars().noneMatch(Character::isLetter) || raw.chars().noneMatch(Character::isDigit)) {
            throw AccountRefused.weakPassword(pointer);
        }
    }

    final String generate() {
        var password = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        for (int i = 0; i < 3; i++) {
            password.insert(random.nextInt(password.length() + 1), DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return password.toString();
    }
}
