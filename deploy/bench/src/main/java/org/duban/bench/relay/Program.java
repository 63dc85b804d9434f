package org.duban.bench.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.duban.kit.event.Outbox;
import org.duban.kit.event.Outgoing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of a contestant, a process of its own. Reads lines: {@code write FIRST EVENTS PACE FILE}, answers {@code done}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Program {

    public static void main(String[] arguments) throws IOException {
        try (var application = SpringApplication.run(Program.class, arguments)) {
            var writer = application.getBean(Writer.class);
            System.out.println("ready");
            var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ");
                writer.write(
                        Long.parseLong(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3]),
                        Path.of(words[4]));
                System.out.println("done");
            }
        }
        System.exit(0);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    Writer writer(Contestant contestant, JdbcOperations jdbc, TransactionTemplate transactions) {
        jdbc.execute("create table if not exists work (number bigint)");
        return new Writer(contestant, jdbc, transactions);
    }

    @Bean
    @ConditionalOnProperty(name = "contestant", havingValue = "DUBAN")
    Contestant duban(Outbox outbox, @Value("${topic}") String topic) {
        return (key, number) -> outbox.append(new Outgoing(topic, key, Events.TYPE, Events.event(number)));
    }

    @Bean
    @ConditionalOnProperty(name = "contestant", havingValue = "POLLING")
    Contestant polling(
            JdbcOperations jdbc,
            TransactionTemplate transactions,
            @Value("${topic}") String topic,
            @Value("${spring.kafka.bootstrap-servers}") String broker) {
        return new Polling(jdbc, transactions, topic, broker);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "contestant", havingValue = "NAMASTACK")
    static class Namastacks {

        @Bean
        Namastack.Handler handler(
                @Value("${topic}") String topic, @Value("${spring.kafka.bootstrap-servers}") String broker) {
            return new Namastack.Handler(topic, broker);
        }

        @Bean
        Contestant namastack(io.namastack.outbox.Outbox outbox) {
            return new Namastack(outbox);
        }
    }
}
