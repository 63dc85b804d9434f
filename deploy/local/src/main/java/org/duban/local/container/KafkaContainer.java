package org.duban.local.container;

import java.util.List;
import java.util.Map;
import org.duban.local.broker.Topology;
import org.duban.local.process.Ports;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A Kafka broker with all topics, for as long as this process lives. */
public final class KafkaContainer {

    private final String address;

    private KafkaContainer(String address) {
        this.address = address;
    }

    public static KafkaContainer started() {
        // A broker tells its clients where it is: the same port inside and outside, known before it starts.
        int port = Ports.free();
        var container = new GenericContainer<>(Images.KAFKA.ready());
        String address = container.getHost() + ":" + port;
        container
                .withEnv(Map.of(
                        "KAFKA_LISTENERS", "PLAINTEXT://:" + port + ",CONTROLLER://localhost:9093",
                        "KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + address,
                        "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1"))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(Engine.PATIENCE))
                .setPortBindings(List.of(port + ":" + port));
        Engine.started(container);
        Topology.create(address, Engine.PATIENCE);
        return new KafkaContainer(address);
    }

    public String bootstrapServers() {
        return address;
    }
}
