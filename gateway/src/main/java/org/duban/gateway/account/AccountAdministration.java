package org.duban.gateway.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.gateway.directory.Directory;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What the administrator and the owner of an account do with it; each change leaves an audit entry. */
@Service
public class AccountAdministration {

    /** @param initialPassword shown once; null when the password was left alone */
    public record Issued(Account account, @Nullable String initialPassword) {}

    /** Absent parts stay as they are. */
    public record AccountChange(
            @Nullable Boolean enabled,
            @Nullable Boolean resetPassword,
            @Nullable Boolean mustChangePassword) {}

    private final Accounts accounts;
    private final Directory directory;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final TransactionOperations transactions;

    AccountAdministration(
            Accounts accounts,
            Directory directory,
            Passwords passwords,
            AuditTrail audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.audit = audit;
        this.transactions = transactions;
    }

    public List<Account> page(@Nullable String after, int limit) {
        return accounts.page(after, limit);
    }

    /** @param password null to have one made */
    public Issued open(String username, UUID personId, @Nullable String password) {
        if (password != null) {
            passwords.requireStrong(password, "/password");
        }
        if (directory.expectPersonName(personId).isEmpty()) {
            throw AccountRefused.unknownPerson();
        }
        String initial = password == null ? passwords.generate() : password;
        return transactions.execute(status -> {
            Account account = account(username.strip(), personId, initial, true, false);
            if (accounts.personHasAccount(personId)) {
                throw AccountRefused.personHasAccount();
            }
            if (!accounts.add(account)) {
                throw AccountRefused.usernameTaken();
            }
            audit.record("account-opened", "account", account.id(), Map.of("username", account.username()));
            return new Issued(account, initial);
        });
    }

    public Issued change(UUID id, AccountChange change) {
        return transactions.execute(status -> {
            Account account = accounts.lock(id).orElseThrow(AccountRefused::notFound);
            String initial = null;
            if (change.enabled() != null) {
                account = account.enabled(change.enabled());
            }
            if (Boolean.TRUE.equals(change.resetPassword())) {
                initial = passwords.generate();
                account = account.withPassword(passwords.encode(initial), true);
            }
            if (change.mustChangePassword() != null) {
                account = account.mustChangePassword(change.mustChangePassword());
            }
            accounts.save(account);
            audit.record("account-changed", "account", id, change);
            return new Issued(account, initial);
        });
    }

    /** @return the account with its new credentials number, under which its owner's session goes on */
    public Account changeOwnPassword(UUID id, String old, String replacement) {
        return transactions.execute(status -> {
            Account account = accounts.lock(id).orElseThrow(AccountRefused::notFound);
            if (!passwords.matches(old, account)) {
                throw AccountRefused.wrongOldPassword();
            }
            if (old.equals(replacement)) {
                throw AccountRefused.samePassword();
            }
            passwords.requireStrong(replacement, "/new");
            Account changed = account.withPassword(passwords.encode(replacement), false);
            accounts.save(changed);
            audit.record("password-changed", "account", id, Map.of("username", changed.username()));
            return changed;
        });
    }

    /** The account of a system's first day; does nothing where any account exists. */
    void openFirst(String username, String password, boolean mustChange) {
        transactions.executeWithoutResult(status -> {
            if (accounts.isEmpty() && accounts.add(account(username, null, password, mustChange, true))) {
                accounts.named(username)
                        .ifPresent(account -> audit.record(
                                "account-opened", "account", account.id(), Map.of("username", account.username())));
            }
        });
    }

    private Account account(
            String username, @Nullable UUID personId, String password, boolean mustChange, boolean administrator) {
        return new Account(
                Ids.next(),
                username,
                personId,
                passwords.encode(password),
                mustChange,
                administrator,
                true,
                1,
                Instant.now(),
                null);
    }
}
