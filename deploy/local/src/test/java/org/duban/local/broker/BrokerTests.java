package org.duban.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.local.process.Daemon;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTests {

    @TempDir
    Path folder;

    @Test
    void whatWasSentOutlivesAKillAndAChangeOfPorts() throws Exception {
        Daemon daemon = new Daemon("kafka", folder.resolve("kafka.pid"), folder.resolve("kafka.log"));
        Broker broker = new Broker(folder.resolve("data"), Ports.free(), Ports.free(), daemon);
        broker.start();
        try {
            send(broker, "加强监督");
            ProcessHandle killed = daemon.find().orElseThrow();
            killed.destroyForcibly();
            assertThat(Daemon.hasEnded(killed, Duration.ofSeconds(10))).isTrue();

            broker = new Broker(folder.resolve("data"), Ports.free(), Ports.free(), daemon);
            broker.start();

            assertThat(read(broker)).isEqualTo("加强监督");
        } finally {
            broker.stop();
        }
    }

    private static void send(Broker broker, String words) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("duban.task", 0, "key", words)).get();
        }
    }

    private static String read(Broker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(new TopicPartition("duban.task", 0)));
            return StreamSupport.stream(
                            consumer.poll(Duration.ofSeconds(20))
                                    .records("duban.task")
                                    .spliterator(),
                            false)
                    .map(ConsumerRecord::value)
                    .findFirst()
                    .orElse("");
        }
    }
}
