package org.duban.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one door: sign-in, accounts, API clients, routes, limits and the page. It knows nothing about tasks. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    static {
        // Services close an idle connection after 20 s; ours must be given up before, or a request meets a closed one.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }
}
