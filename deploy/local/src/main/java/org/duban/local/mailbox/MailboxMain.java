package org.duban.local.mailbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A process of its own: {@code MailboxMain <folder> <smtp port> <http port>}. */
public final class MailboxMain implements AutoCloseable {

    private static final int LARGEST_MAIL = 32 << 20;

    private final SMTPServer smtp;
    private final HttpServer http;

    MailboxMain(Path folder, int smtpPort, int httpPort) {
        InetAddress here = InetAddress.getLoopbackAddress();
        Mails mails = new Mails(folder);
        smtp = SMTPServer.port(smtpPort)
                .bindAddress(here)
                .hostName("localhost")
                .maxMessageSize(LARGEST_MAIL)
                .messageHandler((context, from, to, content) -> take(mails, from, to, content))
                .build();
        try {
            http = HttpServer.create(new InetSocketAddress(here, httpPort), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", new MailboxPage(mails));
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        smtp.start();
        http.start();
    }

    public static void main(String[] arguments) {
        new MailboxMain(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }

    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }

    private static void take(Mails mails, String from, String to, byte[] content) throws RejectException {
        try {
            mails.take(from, to, content);
        } catch (IOException e) {
            // A passing failure in SMTP's words, so that the sender tries again.
            throw new RejectException(451, "cannot keep the mail now");
        }
    }
}
