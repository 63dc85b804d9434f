package org.duban.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.duban.local.broker.Broker;
import org.duban.local.container.KafkaContainer;
import org.duban.local.container.PostgresContainer;
import org.duban.local.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL and Kafka for tests, on free ports, started at most once per JVM and each only when it is asked for.
 * Both end with the JVM. They are processes of this machine, or containers when the system property
 * {@code duban.infrastructure} says {@code containers}.
 */
public final class TestInfrastructure {

    private static final TestInfrastructure SHARED =
            isOnContainers() ? new TestInfrastructure(new Containers()) : new TestInfrastructure(new Embedded());
    private static final String USERNAME = "duban";
    private static final String PASSWORD = "duban";

    private final Source source;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    private TestInfrastructure(Source source) {
        this.source = source;
    }

    public static TestInfrastructure shared() {
        return SHARED;
    }

    public static boolean isOnContainers() {
        return switch (System.getProperty("duban.infrastructure", "embedded")) {
            case "embedded" -> false;
            case "containers" -> true;
            case String other -> throw new IllegalArgumentException("duban.infrastructure: " + other);
        };
    }

    /** The database of that name, empty when this JVM asks for it the first time, owned by {@link #username()}. */
    public String jdbcUrl(String database) {
        return urls.computeIfAbsent(database, source::newDatabase);
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return PASSWORD;
    }

    /** A broker that has all of Duban's topics. */
    public String bootstrapServers() {
        return source.bootstrapServers();
    }

    private interface Source {

        String newDatabase(String name);

        String bootstrapServers();
    }

    private static final class Embedded implements Source {

        private final Lazy<PostgresServer> postgres =
                new Lazy<>(() -> PostgresServer.forThisProcess(temporaryFolder("duban-test-postgres-")));
        private final Lazy<Broker> broker =
                new Lazy<>(() -> Broker.forThisProcess(temporaryFolder("duban-test-kafka-")));

        @Override
        public String newDatabase(String name) {
            postgres.get().ensureDatabase(name, USERNAME, PASSWORD);
            return postgres.get().jdbcUrl(name);
        }

        @Override
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
    }

    private static final class Containers implements Source {

        private final Lazy<PostgresContainer> postgres = new Lazy<>(PostgresContainer::started);
        private final Lazy<KafkaContainer> kafka = new Lazy<>(KafkaContainer::started);

        @Override
        public String newDatabase(String name) {
            postgres.get().ensureDatabase(name, USERNAME, PASSWORD);
            return postgres.get().jdbcUrl(name);
        }

        @Override
        public String bootstrapServers() {
            return kafka.get().bootstrapServers();
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
