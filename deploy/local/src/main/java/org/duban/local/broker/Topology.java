package org.duban.local.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.duban.local.process.LocalFailure;

/** The topics of events.md: one for each publisher, and dead letters for each reader. */
public final class Topology {

    private static final int PARTITIONS = 6;
    private static final List<String> READERS =
            List.of("task-service", "meeting-service", "notification-service", "gateway");
    private static final List<String> COMPACTED = List.of("duban.directory", "duban.calendar");
    private static final List<String> BY_TIME = List.of("duban.meeting", "duban.task", "duban.notification");

    private Topology() {}

    public static List<NewTopic> topics() {
        Map<String, String> newestOfEach =
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        Map<String, String> aMonth = keptFor(Duration.ofDays(30));
        Map<String, String> aQuarter = keptFor(Duration.ofDays(90));
        return Stream.of(
                        COMPACTED.stream().map(name -> topic(name, PARTITIONS).configs(newestOfEach)),
                        BY_TIME.stream().map(name -> topic(name, PARTITIONS).configs(aMonth)),
                        Stream.concat(COMPACTED.stream(), BY_TIME.stream())
                                .flatMap(name -> READERS.stream()
                                        .map(reader -> topic(name + "." + reader + ".dlt", 1)
                                                .configs(aQuarter))))
                .flatMap(topics -> topics)
                .toList();
    }

    /** Creates what is missing; waits for the broker to answer. */
    public static void create(String bootstrapServers, Duration within) {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) within.toMillis());
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(within.toMillis(), TimeUnit.MILLISECONDS);
            List<NewTopic> missing = topics().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFailure(
                    "Kafka (" + bootstrapServers + ") 未在 " + within.toSeconds() + " 秒内应答 / did not answer: "
                            + e.getMessage(),
                    e);
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(time.toMillis()));
    }
}
