package org.duban.kit.live;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Broadcasts between instances. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean(JdbcClient.class)
public class LiveAutoConfiguration {

    @Bean
    Broadcast liveBroadcast(JdbcClient jdbc) {
        return message -> jdbc.sql("select pg_notify(:channel, :message)")
                .param("channel", Listening.CHANNEL)
                .param("message", message)
                .query((row, n) -> true)
                .single();
    }

    @Bean
    Listening liveListening(JdbcConnectionDetails database, ObjectProvider<BroadcastListener> listeners) {
        return new Listening(
                new SideConnections(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                listeners.orderedStream().toList());
    }
}
