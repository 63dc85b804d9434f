package org.duban.faults;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Just enough SMTP to be a bad mail server on demand. */
final class MailServer implements Closeable {

    enum Mood {
        WELL,
        SLOW,
        REFUSING,
        HANGING_UP
    }

    private final ServerSocket listening;
    private volatile Mood mood = Mood.WELL;

    MailServer(int port) {
        try {
            listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void become(Mood next) {
        mood = next;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closed) {
                // asked again unless it is over
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 faults");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        say(out, "250 kept");
                    }
                    continue;
                }
                if (mood == Mood.HANGING_UP) {
                    return;
                }
                if (mood == Mood.SLOW) {
                    Thread.sleep(3000);
                }
                String word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else if (mood == Mood.REFUSING && word.startsWith("MAIL")) {
                    say(out, "451 not now");
                } else if (word.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else {
                    say(out, "250 well");
                }
            }
        } catch (IOException gone) {
            // the sender's affair
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
