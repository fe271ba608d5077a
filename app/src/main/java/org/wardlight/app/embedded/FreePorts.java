package org.wardlight.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.wardlight.app.terminal.CommandFailure;

/**
 * Finds loopback ports that nobody listens on, and never names one twice, so that several servers can be planned before
 * the first one starts.
 */
public final class FreePorts {

    private static final int TRIES = 100;
    private static final int HIGHEST = 65535;

    private final Set<Integer> given = new HashSet<>();

    /**
     * The wanted port or, when it is busy, the next free one.
     *
     * @throws CommandFailure when none of the next hundred is free
     */
    public synchronized FreePort atOrAfter(int wanted) {
        for (int port = wanted; port < wanted + TRIES && port <= HIGHEST; port++) {
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                return new FreePort(port, wanted);
            }
        }
        throw CommandFailure.notReady(
                "No free port from " + wanted + " on.", "Stop what listens there, or choose another port.");
    }

    /** Any free port. */
    public synchronized int any() {
        for (int i = 0; i < TRIES; i++) {
            int port = ephemeral();
            if (given.add(port)) {
                return port;
            }
        }
        throw CommandFailure.notReady("The system has no free port left.", "Close some programs and try again.");
    }

    /** Whether nobody listens on this loopback port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static int ephemeral() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandFailure("The system gives no port.", "See the log file for the reason.", 1, e);
        }
    }

    /**
     * A port to listen on.
     *
     * @param port the free one
     * @param wanted the one that was asked for
     */
    public record FreePort(int port, int wanted) {

        /** Whether the wanted port was busy. */
        public boolean moved() {
            return port != wanted;
        }

        /** One sentence for the person who wanted the other one. */
        public String explanation(String what) {
            return "Port " + wanted + " is in use; " + what + " listens on " + port + " instead.";
        }
    }
}
