package org.duban.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.duban.local.broker.Broker;
import org.duban.local.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and Kafka for tests, on free ports, started at most once per JVM and each only when it is asked for.
 * Both end with the JVM, however it ends.
 */
public final class TestInfrastructure {

    private static final TestInfrastructure SHARED = new TestInfrastructure();
    private static final String USERNAME = "duban";
    private static final String PASSWORD = "duban";

    private final Lazy<PostgresServer> postgres =
            new Lazy<>(() -> PostgresServer.forThisProcess(temporaryFolder("duban-test-postgres-")));
    private final Lazy<Broker> broker = new Lazy<>(() -> Broker.forThisProcess(temporaryFolder("duban-test-kafka-")));
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    private TestInfrastructure() {}

    public static TestInfrastructure shared() {
        return SHARED;
    }

    /** The database of that name, empty when this JVM asks for it the first time, owned by {@link #username()}. */
    public String jdbcUrl(String database) {
        return urls.computeIfAbsent(database, name -> {
            postgres.get().ensureDatabase(name, USERNAME, PASSWORD);
            return postgres.get().jdbcUrl(name);
        });
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return PASSWORD;
    }

    /** A broker that has all of Duban's topics. */
    public String bootstrapServers() {
        return broker.get().bootstrapServers();
    }

    private static Path temporaryFolder(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Lazy<T> {
        private final Supplier<T> source;
        private @Nullable T value;

        Lazy(Supplier<T> source) {
            this.source = source;
        }

        synchronized T get() {
            T present = value;
            if (present == null) {
                present = source.get();
                value = present;
            }
            return present;
        }
    }
}
