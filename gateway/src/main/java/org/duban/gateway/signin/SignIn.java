package org.duban.gateway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duban.gateway.account.Account;
import org.duban.gateway.account.Accounts;
import org.duban.gateway.account.Passwords;
import org.duban.kit.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets a person in by password, or by what an outside issuer says of them. */
@Service
public class SignIn {

    /** What came of an attempt. */
    public sealed interface Outcome {
        record Welcome(Account account) implements Outcome {}

        record WrongCredentials() implements Outcome {}

        record Disabled() implements Outcome {}

        record TooManyAttempts(Duration pause) implements Outcome {}
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    SignIn(
            Accounts accounts,
            Passwords passwords,
            Throttle throttle,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @param address the caller's, for counting failures */
    public Outcome byPassword(String username, String password, String address) {
        Optional<Duration> pause = throttle.attempt(username, address);
        if (pause.isPresent()) {
            return new Outcome.TooManyAttempts(pause.get());
        }
        Optional<Account> known = accounts.named(username);
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return new Outcome.WrongCredentials();
        }
        Account account = known.get();
        if (!passwords.matches(password, account)) {
            note("sign-in-failed", account, address);
            return new Outcome.WrongCredentials();
        }
        throttle.succeeded(username, address);
        return welcome(account, address);
    }

    /** @param username as the outside issuer's {@code preferred_username} */
    public Outcome byIssuer(String username, String address) {
        return accounts.named(username)
                .map(account -> welcome(account, address))
                .orElseGet(Outcome.WrongCredentials::new);
    }

    public void out(UUID id, String address) {
        accounts.find(id).ifPresent(account -> note("signed-out", account, address));
    }

    private Outcome welcome(Account account, String address) {
        if (!account.enabled()) {
            return new Outcome.Disabled();
        }
        transactions.executeWithoutResult(status -> {
            accounts.signedIn(account.id(), Instant.now());
            note("signed-in", account, address);
        });
        return new Outcome.Welcome(account);
    }

    private void note(String action, Account account, String address) {
        transactions.executeWithoutResult(status -> audit.record(
                action, "account", account.id(), Map.of("username", account.username(), "address", address)));
    }
}
