package org.duban.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.duban.kit.event.UnreadableEvent;
import org.duban.kit.time.DayTurn;
import org.duban.kit.time.TimeAutoConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The inbox, and what happens to an event that fails. */
@AutoConfiguration(
        after = TimeAutoConfiguration.class,
        before = org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties({InboxSettings.class, KafkaProperties.class})
public class InboxAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(InboxAutoConfiguration.class);

    @Bean
    Inbox inbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new Inbox(jdbc, new TransactionTemplate(transactions), service, meters);
    }

    @Bean
    DayTurn inboxPruning(JdbcClient jdbc, InboxSettings settings) {
        return today -> jdbc.sql("delete from inbox where taken_at < now() - :keep * interval '1 second'")
                .param("keep", settings.keep().toSeconds())
                .update();
    }

    @Bean
    DeadLetters inboxDeadLetters(
            KafkaProperties kafka, KafkaConnectionDetails broker, @Value("${spring.application.name}") String service) {
        Map<String, Object> producer = new HashMap<>(kafka.buildProducerProperties());
        producer.put(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getProducer().getBootstrapServers());
        producer.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-dead-letters");
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        return new DeadLetters(
                new DefaultKafkaProducerFactory<>(producer, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Owns its producer, so that a service's own templates stay as they are. */
    record DeadLetters(DefaultKafkaProducerFactory<String, byte[]> producers) implements AutoCloseable {
        @Override
        public void close() {
            producers.destroy();
        }
    }

    @Bean
    @ConditionalOnMissingBean
    CommonErrorHandler listenerErrorHandler(
            DeadLetters letters,
            InboxSettings settings,
            MeterRegistry meters,
            ObjectProvider<KafkaAdmin> admin,
            @Value("${spring.application.name}") String service) {
        DeadLetterPublishingRecoverer publishing = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(letters.producers()),
                (record, failure) -> new TopicPartition(deadLetterTopic(record, service), -1));
        ConsumerRecordRecoverer counting = (record, failure) -> {
            // A topic that nobody has made yet must not turn one bad event into a stop for all.
            admin.ifAvailable(broker -> broker.createOrModifyTopics(
                    new NewTopic(deadLetterTopic(record, service), Optional.of(1), Optional.empty())));
            publishing.accept(record, failure);
            meters.counter("duban.inbox.dead.letters", "topic", record.topic()).increment();
            log.error("{}-{}@{} is a dead letter", record.topic(), record.partition(), record.offset(), failure);
        };
        DefaultErrorHandler handler = new DefaultErrorHandler(counting);
        handler.setBackOffFunction((record, failure) -> pauses(settings, failure));
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        // A failure of another kind than the one before starts its own count of tries.
        handler.setResetStateOnExceptionChange(true);
        return handler;
    }

    // A counter that is first seen at one has not risen in the eyes of a rule.
    @Bean
    ApplicationRunner deadLettersAreCountedFromZero(
            ObjectProvider<KafkaListenerEndpointRegistry> listeners, MeterRegistry meters) {
        return arguments -> listeners.stream()
                .flatMap(registry -> registry.getListenerContainers().stream())
                .map(container -> container.getContainerProperties().getTopics())
                .filter(Objects::nonNull)
                .flatMap(Stream::of)
                .forEach(topic -> meters.counter("duban.inbox.dead.letters", "topic", topic));
    }

    private static String deadLetterTopic(ConsumerRecord<?, ?> record, String service) {
        return record.topic() + "." + service + ".dlt";
    }

    private static ExponentialBackOff pauses(InboxSettings settings, Exception failure) {
        ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
        pauses.setMaxInterval(settings.longestPause().toMillis());
        if (!Faults.passing(failure)) {
            pauses.setMaxAttempts(settings.tries());
        }
        return pauses;
    }
}
