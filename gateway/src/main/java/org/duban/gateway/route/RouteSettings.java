package org.duban.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param task {@code DUBAN_ROUTES_TASK}
 * @param meeting {@code DUBAN_ROUTES_MEETING}
 * @param notification {@code DUBAN_ROUTES_NOTIFICATION}
 * @param connectTimeout {@code DUBAN_ROUTES_CONNECT_TIMEOUT}
 * @param timeout {@code DUBAN_ROUTES_TIMEOUT}: for a whole answer; streams have none
 */
@ConfigurationProperties("duban.routes")
public record RouteSettings(
        @DefaultValue("http://127.0.0.1:8081") URI task,
        @DefaultValue("http://127.0.0.1:8082") URI meeting,
        @DefaultValue("http://127.0.0.1:8083") URI notification,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout) {

    public URI of(Upstream upstream) {
        return switch (upstream) {
            case TASK -> task;
            case MEETING -> meeting;
            case NOTIFICATION -> notification;
        };
    }
}
