package org.duban.gateway.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class Accounts {

    private static final String COLUMNS = """
            select id, username, person_id, password, must_change_password, administrator, enabled, credentials,
                   created_at, last_sign_in_at
            from account
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> named(String username) {
        return jdbc.sql(COLUMNS + "where lower(username) = lower(:username)")
                .param("username", username)
                .query(Accounts::account)
                .optional();
    }

    Optional<Account> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** @param after username after which to start, null for the first page */
    List<Account> page(@Nullable String after, int limit) {
        return jdbc.sql(COLUMNS + """
                where cast(:after as text) is null or lower(username) > :after
                order by lower(username)
                limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    boolean personHasAccount(UUID person) {
        return jdbc.sql("select exists (select from account where person_id = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** @return false when the username or the person is taken */
    boolean add(Account account) {
        return jdbc.sql("""
                insert into account (id, username, person_id, password, must_change_password, administrator, enabled,
                                     credentials, created_at)
                values (:id, :username, :person, :password, :mustChange, :administrator, :enabled, :credentials, :createdAt)
                on conflict do nothing
                """)
                        .param("id", account.id())
                        .param("username", account.username())
                        .param("person", account.personId())
                        .param("password", account.password())
                        .param("mustChange", account.mustChangePassword())
                        .param("administrator", account.administrator())
                        .param("enabled", account.enabled())
                        .param("credentials", account.credentials())
                        .param("createdAt", account.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void save(Account account) {
        jdbc.sql("""
                update account set password = :password, must_change_password = :mustChange, enabled = :enabled,
                    credentials = :credentials
                where id = :id
                """)
                .param("id", account.id())
                .param("password", account.password())
                .param("mustChange", account.mustChangePassword())
                .param("enabled", account.enabled())
                .param("credentials", account.credentials())
                .update();
    }

    public void signedIn(UUID id, Instant at) {
        jdbc.sql("update account set last_sign_in_at = :at where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastSignIn = row.getObject("last_sign_in_at", OffsetDateTime.class);
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                row.getObject("person_id", UUID.class),
                row.getString("password"),
                row.getBoolean("must_change_password"),
                row.getBoolean("administrator"),
                row.getBoolean("enabled"),
                row.getLong("credentials"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                lastSignIn == null ? null : lastSignIn.toInstant());
    }
}
