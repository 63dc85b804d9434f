package org.duban.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int[] NONE = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final int[] OUTGOING = outgoing();

    private Ports() {}

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections that a killed service left in TIME_WAIT do not hold its port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return false;
        }
        return !answers(port);
    }

    /** Whether something accepts connections there, on whatever address it was bound to. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public static int free() {
        return free(Set.of());
    }

    /** A free port that is none of the given ones, and that no outgoing connection can take before it is bound. */
    public static int free(Set<Integer> except) {
        for (int attempt = 0; attempt < 500; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (!except.contains(port) && !isForOutgoing(port) && isFree(port)) {
                return port;
            }
        }
        throw new LocalFailure("找不到空闲端口 / no free port between " + LOWEST + " and " + HIGHEST);
    }

    /** Whether the system may give it to an outgoing connection at any moment. */
    public static boolean isForOutgoing(int port) {
        return port >= OUTGOING[0] && port <= OUTGOING[1];
    }

    private static int[] outgoing() {
        try {
            String[] range = Files.readString(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                    .trim()
                    .split("\\s+");
            int first = Integer.parseInt(range[0]);
            // Where hardly any port is kept from them, there is no choice.
            return first > LOWEST + 1000 ? new int[] {first, Integer.parseInt(range[1])} : NONE;
        } catch (IOException | NumberFormatException e) {
            // Not Linux: the range of IANA, which macOS keeps to.
            return new int[] {49152, 65535};
        }
    }
}
