package org.duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void chosenPortIsFreeAndNoneThatAnOutgoingConnectionMayGet() {
        for (int n = 0; n < 20; n++) {
            int port = Ports.free();
            assertThat(Ports.isFree(port)).isTrue();
            assertThat(Ports.isForOutgoing(port)).isFalse();
            assertThat(Ports.free(Set.of(port))).isNotEqualTo(port);
        }
    }

    @Test
    void portThatSomebodyListensOnIsNotFree() throws Exception {
        try (ServerSocket somebody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(somebody.getLocalPort())).isFalse();
            assertThat(Ports.answers(somebody.getLocalPort())).isTrue();
        }
    }
}
