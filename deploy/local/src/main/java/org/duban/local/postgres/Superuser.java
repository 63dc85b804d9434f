package org.duban.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duban.local.process.LocalFailure;

/**
 * Who makes roles and databases on a server.
 *
 * @param url of the database {@code postgres}
 */
public record Superuser(String url, String password) {

    static final String NAME = "postgres";

    /** Makes sure that the role and its database exist and that the role has this password. */
    public void ensureDatabase(String database, String role, String password) {
        administer(statement -> {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                statement.execute("create role " + quoted(role) + " login");
            }
            statement.execute("alter role " + quoted(role) + " password '" + password.replace("'", "''") + "'");
            if (!exists(statement, "select 1 from pg_database where datname = '" + database + "'")) {
                // Sorts and compares alike on every server, however that was initialised.
                statement.execute(
                        "create database " + quoted(database) + " owner " + quoted(role)
                                + " template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
                // Only its owner (and the superuser) has business in a service's database.
                statement.execute("revoke connect on database " + quoted(database) + " from public");
            }
        });
    }

    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    private void administer(Work work) {
        try (Connection connection = DriverManager.getConnection(url, NAME, password);
                Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new LocalFailure("PostgreSQL (" + url + "): " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
