package org.duban.kit.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.duban.kit.id.Ids;
import org.jspecify.annotations.Nullable;

/** Connections beside the pool: what holds a lock or listens for long must not come from it. */
public final class SideConnections {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String instance = Ids.next().toString();

    public SideConnections(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public String name(String role) {
        return "duban-" + role + "-" + instance;
    }

    /** @param answer how long the server may take to answer; zero waits without end */
    public Connection open(String role, Duration answer) throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", name(role));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", Long.toString(answer.toSeconds()));
        return DriverManager.getConnection(url, properties);
    }
}
