package org.duban.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.duban.local.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private ServerSocket echo;
    private Wire wire;

    @BeforeEach
    void join() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket socket = echo.accept();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            socket.getInputStream().transferTo(socket.getOutputStream());
                        } catch (IOException ended) {
                            // as the test wants it
                        }
                    });
                } catch (IOException closed) {
                    return;
                }
            }
        });
        wire = new Wire(Ports.free(), echo.getLocalPort());
    }

    @AfterEach
    void part() throws IOException {
        wire.close();
        echo.close();
    }

    private Socket call() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        socket.setSoTimeout(500);
        return socket;
    }

    private static int ask(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        return socket.getInputStream().read();
    }

    @Test
    void passesBothWays() throws IOException {
        try (Socket socket = call()) {
            assertThat(ask(socket)).isEqualTo(7);
        }
    }

    @Test
    void cutsWhatStandsAndWhatComes() throws IOException {
        try (Socket socket = call()) {
            assertThat(ask(socket)).isEqualTo(7);
            wire.become(Wire.State.CUT);
            assertThat(isOver(socket)).isTrue();
        }
        try (Socket socket = call()) {
            assertThat(isOver(socket)).isTrue();
        }
    }

    @Test
    void stallsAndGoesOn() throws IOException {
        wire.become(Wire.State.STALLED);
        try (Socket socket = call()) {
            assertThatThrownBy(() -> ask(socket)).isInstanceOf(SocketTimeoutException.class);
        }
        wire.become(Wire.State.OPEN);
        try (Socket socket = call()) {
            assertThat(ask(socket)).isEqualTo(7);
        }
    }

    @Test
    void losesTheAnswerWithItsConnection() throws IOException {
        wire.become(Wire.State.HALF_OPEN);
        try (Socket socket = call()) {
            assertThat(isOver(socket)).isTrue();
        }
    }

    private static boolean isOver(Socket socket) {
        try {
            return ask(socket) < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
