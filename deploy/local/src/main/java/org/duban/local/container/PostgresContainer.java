package org.duban.local.container;

import java.util.Map;
import org.duban.local.postgres.Superuser;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** PostgreSQL with its data in memory, for as long as this process lives. */
public final class PostgresContainer {

    private static final int PORT = 5432;
    private static final String PASSWORD = "test";

    private final GenericContainer<?> container;

    private PostgresContainer(GenericContainer<?> container) {
        this.container = container;
    }

    public static PostgresContainer started() {
        var container = new GenericContainer<>(Images.POSTGRES.ready())
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                // For the script that makes the services' databases, when the image is Duban's own.
                .withEnv("DUBAN_DATABASE_PASSWORD", PASSWORD)
                .withEnv("PGDATA", "/memory/postgres")
                .withTmpFs(Map.of("/memory", "rw,mode=1777"))
                .withCommand("-c", "max_connections=200", "-c", "fsync=off", "-c", "timezone=Asia/Shanghai")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -q -h 127.0.0.1 -U postgres")
                        .withStartupTimeout(Engine.PATIENCE));
        return new PostgresContainer(Engine.started(container));
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(PORT) + "/" + database;
    }

    public void ensureDatabase(String database, String role, String password) {
        new Superuser(jdbcUrl("postgres"), PASSWORD).ensureDatabase(database, role, password);
    }
}
