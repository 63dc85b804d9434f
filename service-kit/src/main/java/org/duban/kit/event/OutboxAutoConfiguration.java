package org.duban.kit.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.kit.live.SideConnections;
import org.duban.kit.rehearsal.Rehearsal;
import org.duban.kit.rehearsal.Rehearsal.Safeguard;
import org.duban.kit.time.TimeAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;

/** The outbox and its relay. */
@AutoConfiguration(
        after = TimeAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(JdbcOperations.class)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxAutoConfiguration {

    @Bean
    Leases outboxLeases() {
        return new Leases();
    }

    @Bean
    Wake outboxWake() {
        return new Wake();
    }

    @Bean
    Outbox outbox(
            JdbcOperations jdbc,
            Clock clock,
            Leases leases,
            Wake wake,
            ObjectProvider<Tracer> tracer,
            KafkaProperties kafka,
            KafkaConnectionDetails broker,
            @Value("${spring.application.name}") String service) {
        if (Rehearsal.present().without(Safeguard.OUTBOX)) {
            return new UnprotectedOutbox(
                    clock, "/" + service, () -> new KafkaProducer<>(producer(kafka, broker, service)));
        }
        return new JdbcOutbox(jdbc, clock, leases, wake, new Traceparent(tracer)::current);
    }

    @Bean
    @ConditionalOnProperty(name = "duban.outbox.relay", matchIfMissing = true)
    Relay outboxRelay(
            OutboxSettings settings,
            Leases leases,
            Wake wake,
            MeterRegistry meters,
            JdbcConnectionDetails database,
            KafkaProperties kafka,
            KafkaConnectionDetails broker,
            @Value("${spring.application.name}") String service) {
        Sending sending = new Sending(
                () -> new KafkaProducer<>(producer(kafka, broker, service)), "/" + service, wake::rowsWritten);
        SideConnections connections =
                new SideConnections(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        return new Relay(connections, settings, leases, wake, sending, new OutboxMeters(meters, leases));
    }

    private static Map<String, Object> producer(KafkaProperties kafka, KafkaConnectionDetails broker, String service) {
        Map<String, Object> settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getProducer().getBootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-outbox");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
