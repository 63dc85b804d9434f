package org.duban.notification.channel.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Keeps what the server holds for a connection small: here thousands stay open, and say little. */
@Component
final class StreamServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int READ = 2048;
    private static final int WRITE = 4096;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", Integer.toString(READ));
            connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE));
        });
    }
}
